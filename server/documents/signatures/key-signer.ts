/** The signer that @signpdf asks for the PKCS#7: a key opened once, the arithmetic of RSA left to Node. */
import { constants, type KeyObject, privateEncrypt } from 'node:crypto';
import { Signer } from '@signpdf/signpdf';
import forge from 'node-forge';
import type { SigningKey } from './open-key.ts';

export class KeySigner extends Signer {
  readonly #key: SigningKey;

  constructor(key: SigningKey) {
    super();
    this.#key = key;
  }

  /** @returns DER of a detached SignedData over the bytes, SHA-256 with RSA */
  override async sign(covered: Buffer, signingTime?: Date): Promise<Buffer> {
    const { certificate, chain, privateKey } = this.#key;
    const message = forge.pkcs7.createSignedData();
    message.content = forge.util.createBuffer(covered.toString('binary'));
    for (const each of chain) message.addCertificate(each);
    const { contentType, data, messageDigest, signingTime: time, sha256 } = OIDS;
    message.addSigner({
      key: nativeKey(privateKey) as unknown as forge.pki.rsa.PrivateKey,
      certificate,
      digestAlgorithm: sha256,
      authenticatedAttributes: [
        { type: contentType, value: data },
        // forge writes a Date, its types ask for text
        { type: time, value: signingTime as unknown as string },
        { type: messageDigest },
      ],
    });
    nameIssuer(message, certificate);
    message.sign({ detached: true });
    return Buffer.from(forge.asn1.toDer(message.toAsn1()).getBytes(), 'binary');
  }
}

const OIDS = forge.pki.oids as Record<
  'contentType' | 'data' | 'messageDigest' | 'signingTime' | 'sha256',
  string
>;

/**
 * forge reads a UTF-8 name as bytes and would write them as UTF-8 once more: verifiers would look in vain for the
 * certificate of any issuer whose name is Vietnamese.
 */
function nameIssuer(message: forge.pkcs7.PkcsSignedData, { issuer }: forge.pki.Certificate): void {
  const signer = (message as unknown as { signers: { issuer: forge.pki.CertificateField[] }[] }).signers[0]!;
  signer.issuer = issuer.attributes.map((field) =>
    Number(field.valueTagClass) === forge.asn1.Type.UTF8
      ? { ...field, value: forge.util.decodeUtf8(field.value as string) }
      : field,
  );
}

/** DER of DigestInfo up to the digest: SHA-256, 32 bytes (RFC 8017, 9.2). */
const SHA256_DIGEST_INFO = Buffer.from('3031300d060960864801650304020105000420', 'hex');

/** What forge asks of a private key; its own takes a tenth of a second for a signature. */
const nativeKey = (key: KeyObject) => ({
  sign: (digest: forge.md.MessageDigest): string =>
    privateEncrypt(
      { key, padding: constants.RSA_PKCS1_PADDING },
      Buffer.concat([SHA256_DIGEST_INFO, Buffer.from(digest.digest().getBytes(), 'binary')]),
    ).toString('binary'),
});
