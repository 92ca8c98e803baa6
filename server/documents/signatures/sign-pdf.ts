/** Puts a detached PKCS#7 signature over a whole PDF (adbe.pkcs7.detached): whoever changes a byte breaks it. */
import { SignPdf } from '@signpdf/signpdf';
import { pdfLib } from '../pdf-lib.ts';
import { KeySigner } from './key-signer.ts';
import type { SigningKey } from './open-key.ts';

export interface SignatureFacts {
  /** what the signature is for: `Ban hành 12/PTC` */
  reason: string;
  /** the agency's place */
  location: string;
  /** ISO-8601 UTC, as the paper itself says it */
  at: string;
}

/** Hexadecimal digits kept free for the signature: room for a chain of certificates. */
const SIGNATURE_ROOM = 16_384 * 2;

/** Long enough for the offsets of any PDF; @signpdf looks for these stars. */
const OFFSET_TO_FILL = '**********';

/** @returns the signed PDF; the field is in the form of its first page, its visible block is in the page itself */
export async function signPdf(
  pdf: Uint8Array,
  { key, facts }: { key: SigningKey; facts: SignatureFacts },
): Promise<Uint8Array> {
  const prepared = Buffer.from(await withEmptySignature(pdf, { subject: key.subject, ...facts }));
  return new SignPdf().sign(prepared, new KeySigner(key), new Date(facts.at));
}

async function withEmptySignature(
  pdf: Uint8Array,
  { subject, reason, location, at }: SignatureFacts & { subject: string },
): Promise<Uint8Array> {
  const { PDFArray, PDFDocument, PDFHexString, PDFName, PDFNumber, PDFString } = pdfLib();
  const document = await PDFDocument.load(pdf, { updateMetadata: false });
  const { context, catalog } = document;
  const byteRange = PDFArray.withContext(context);
  byteRange.push(PDFNumber.of(0));
  for (let place = 0; place < 3; place++) byteRange.push(PDFName.of(OFFSET_TO_FILL));
  const signature = context.register(
    context.obj({
      Type: 'Sig',
      Filter: 'Adobe.PPKLite',
      SubFilter: 'adbe.pkcs7.detached',
      ByteRange: byteRange,
      Contents: PDFHexString.of('0'.repeat(SIGNATURE_ROOM)),
      Reason: PDFHexString.fromText(reason),
      Location: PDFHexString.fromText(location),
      Name: PDFHexString.fromText(subject),
      M: PDFString.fromDate(new Date(at)),
    }),
  );
  const page = document.getPage(0);
  const widget = context.register(
    context.obj({
      Type: 'Annot',
      Subtype: 'Widget',
      FT: 'Sig',
      Rect: [0, 0, 0, 0],
      V: signature,
      T: PDFString.of('Signature1'),
      F: PRINTED_AND_LOCKED,
      P: page.ref,
    }),
  );
  page.node.addAnnot(widget);
  catalog.set(PDFName.of('AcroForm'), context.obj({ SigFlags: SIGNED_AND_APPEND_ONLY, Fields: [widget] }));
  return document.save({ useObjectStreams: false });
}

/** ISO 32000-1, tables 165 and 219. */
const PRINTED_AND_LOCKED = 132;
const SIGNED_AND_APPEND_ONLY = 3;
