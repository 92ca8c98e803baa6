/** A throw-away key and certificate in a .p12, for tests of signatures. */
import { generateKeyPairSync } from 'node:crypto';
import forge from 'node-forge';

export interface P12Options {
  password?: string;
  commonName?: string;
  /** ISO-8601 */
  validFrom?: string;
  validTo?: string;
}

/** One key pair a process: making it is what takes time. */
let pair: forge.pki.rsa.KeyPair | undefined;

export function buildP12({
  password = 'mat-khau-mau',
  commonName = 'UBND phường Long Xuyên (mẫu)',
  validFrom = '2026-01-01T00:00:00.000Z',
  validTo = '2027-12-31T00:00:00.000Z',
}: P12Options = {}): Buffer {
  pair ??= newPair();
  const certificate = forge.pki.createCertificate();
  certificate.publicKey = pair.publicKey;
  certificate.serialNumber = '01';
  certificate.validity.notBefore = new Date(validFrom);
  certificate.validity.notAfter = new Date(validTo);
  const names = [
    // forge knows the string type of no other way to write a name that is not Latin
    {
      shortName: 'CN',
      value: commonName,
      valueTagClass: forge.asn1.Type.UTF8 as unknown as forge.asn1.Class,
    },
  ];
  certificate.setSubject(names);
  certificate.setIssuer(names);
  certificate.sign(pair.privateKey, forge.md.sha256.create());
  const p12 = forge.pkcs12.toPkcs12Asn1(pair.privateKey, [certificate], password, {
    algorithm: '3des',
    count: 100,
  });
  return Buffer.from(forge.asn1.toDer(p12).getBytes(), 'binary');
}

function newPair(): forge.pki.rsa.KeyPair {
  const { privateKey } = generateKeyPairSync('rsa', {
    modulusLength: 2048,
    publicKeyEncoding: { type: 'spki', format: 'pem' },
    privateKeyEncoding: { type: 'pkcs8', format: 'pem' },
  });
  const key = forge.pki.privateKeyFromPem(privateKey);
  return { privateKey: key, publicKey: forge.pki.setRsaPublicKey(key.n, key.e) };
}
