/** Takes the signature out of a signed PDF and checks it over the bytes it covers, without the library that made it. */
import { createHash } from 'node:crypto';
import forge from 'node-forge';

export interface ReadSignature {
  /** two spans of the file, everything but the signature itself */
  byteRange: [number, number, number, number];
  /** they and the signature are the whole file */
  coversWhole: boolean;
  /** the signed digest is that of the bytes */
  isIntact: boolean;
  /** the certificate's key made the signature */
  isAuthentic: boolean;
  /** issuer and serial number, by which a verifier finds the certificate, are the certificate's */
  namesCertificate: boolean;
  subject: string;
  /** ISO-8601 UTC */
  signedAt: string;
}

export function readSignature(pdf: Uint8Array): ReadSignature {
  const text = Buffer.from(pdf).toString('latin1');
  const byteRange = text
    .match(/\/ByteRange \[ ?(\d+) (\d+) (\d+) (\d+)/)!
    .slice(1)
    .map(Number) as ReadSignature['byteRange'];
  const [start, length, next, rest] = byteRange;
  const covered = Buffer.concat([pdf.subarray(start, start + length), pdf.subarray(next, next + rest)]);
  const filled = Buffer.from(text.slice(start + length + 1, next - 1), 'hex');
  const message = forge.pkcs7.messageFromAsn1(
    forge.asn1.fromDer(filled.subarray(0, lengthOfDer(filled)).toString('binary')),
  ) as forge.pkcs7.Captured<forge.pkcs7.PkcsSignedData>;
  const attributes = message.rawCapture.authenticatedAttributes as forge.asn1.Asn1[];
  const certificate = message.certificates[0]!;
  const set = forge.asn1.create(forge.asn1.Class.UNIVERSAL, forge.asn1.Type.SET, true, attributes);
  const digest = forge.md.sha256.create().update(forge.asn1.toDer(set).getBytes());
  return {
    byteRange,
    coversWhole: start === 0 && next + rest === pdf.length,
    isIntact:
      Buffer.from(attributeOf(attributes, 'messageDigest') as string, 'binary').toString('hex') ===
      createHash('sha256').update(covered).digest('hex'),
    isAuthentic: (certificate.publicKey as forge.pki.rsa.PublicKey).verify(
      digest.digest().getBytes(),
      message.rawCapture.signature as string,
    ),
    namesCertificate: der(message.rawCapture.issuer) === der(issuerOf(certificate)),
    subject: forge.util.decodeUtf8(certificate.subject.getField('CN').value as string),
    signedAt: forge.asn1.utcTimeToDate(attributeOf(attributes, 'signingTime') as string).toISOString(),
  };
}

/** Bytes of a DER value by its head (`30 82 hh ll`): what follows fills the place up, and the value itself may end in noughts. */
function lengthOfDer(bytes: Buffer): number {
  const head = bytes[1]!;
  if (head < 0x80) return 2 + head;
  const lengthBytes = head - 0x80;
  return 2 + lengthBytes + bytes.readUIntBE(2, lengthBytes);
}

const der = (asn1: forge.asn1.Asn1): string => forge.asn1.toDer(asn1).toHex();

/** TBSCertificate: version, serial number, algorithm, issuer */
const issuerOf = (certificate: forge.pki.Certificate): forge.asn1.Asn1 =>
  ((forge.pki.certificateToAsn1(certificate).value as forge.asn1.Asn1[])[0]!.value as forge.asn1.Asn1[])[3]!;

function attributeOf(attributes: forge.asn1.Asn1[], name: string): unknown {
  const oid = (forge.pki.oids as Record<string, string>)[name];
  for (const attribute of attributes) {
    const [type, values] = attribute.value as forge.asn1.Asn1[];
    if (forge.asn1.derToOid(type!.value as string) === oid)
      return (values!.value as forge.asn1.Asn1[])[0]!.value;
  }
  return undefined;
}
