/** Reads a .p12: the private key, its certificate, and whether they may be used. */
import { createPrivateKey, type KeyObject } from 'node:crypto';
import { readFile } from 'node:fs/promises';
import forge from 'node-forge';
import type { KeySetting } from './settings.ts';

export interface SigningKey {
  setting: KeySetting;
  privateKey: KeyObject;
  /** of the key */
  certificate: forge.pki.Certificate;
  /** all of the file, the key's own among them */
  chain: forge.pki.Certificate[];
  /** common name of the certificate and of who issued it */
  subject: string;
  issuer: string;
  /** ISO-8601 UTC */
  validFrom: string;
  validTo: string;
}

export type KeyFaultCode =
  | 'signature.key-missing'
  | 'signature.wrong-password'
  | 'signature.not-a-key'
  | 'signature.not-yet-valid'
  | 'signature.expired';

/** Why a configured key cannot sign. */
export class KeyFault extends Error {
  override readonly name = 'KeyFault';
  readonly code: KeyFaultCode;
  readonly values: Record<string, string>;
  constructor(code: KeyFaultCode, setting: KeySetting, values: Record<string, string> = {}) {
    super(`${code}: ${setting.file}`);
    this.code = code;
    this.values = { holder: holderOf(setting), ...values };
  }
}

/** @throws KeyFault signature.key-missing, signature.wrong-password, signature.not-a-key */
export async function openKey(setting: KeySetting): Promise<SigningKey> {
  const bytes = await readFile(setting.file).catch(() => {
    throw new KeyFault('signature.key-missing', setting);
  });
  const p12 = unlocked(bytes, setting);
  const key = bagsOf(p12, 'pkcs8ShroudedKeyBag')[0]?.key as forge.pki.rsa.PrivateKey | undefined;
  const chain = bagsOf(p12, 'certBag').flatMap(({ cert }) => cert ?? []);
  const certificate = key && chain.find((each) => isOf(each, key));
  if (!certificate) throw new KeyFault('signature.not-a-key', setting);
  const { notBefore, notAfter } = certificate.validity;
  return {
    setting,
    privateKey: createPrivateKey(forge.pki.privateKeyToPem(key)),
    certificate,
    chain,
    subject: commonName(certificate.subject),
    issuer: commonName(certificate.issuer),
    validFrom: notBefore.toISOString(),
    validTo: notAfter.toISOString(),
  };
}

/** @param at ISO-8601 UTC. @throws KeyFault signature.not-yet-valid, signature.expired */
export function requireValid({ setting, validFrom, validTo }: SigningKey, at: string): void {
  if (at < validFrom) throw new KeyFault('signature.not-yet-valid', setting, { day: day(validFrom) });
  if (at > validTo) throw new KeyFault('signature.expired', setting, { day: day(validTo) });
}

function unlocked(bytes: Buffer, setting: KeySetting): forge.pkcs12.Pkcs12Pfx {
  const read = attempt(() => forge.asn1.fromDer(forge.util.createBuffer(bytes.toString('binary'))));
  if (!read) throw new KeyFault('signature.not-a-key', setting);
  const opened = attempt(() => forge.pkcs12.pkcs12FromAsn1(read, false, setting.password));
  if (!opened) throw new KeyFault('signature.wrong-password', setting);
  return opened;
}

function bagsOf(p12: forge.pkcs12.Pkcs12Pfx, kind: 'pkcs8ShroudedKeyBag' | 'certBag'): forge.pkcs12.Bag[] {
  const bagType = (forge.pki.oids as Record<string, string>)[kind]!;
  return p12.getBags({ bagType })[bagType] ?? [];
}

const isOf = (certificate: forge.pki.Certificate, key: forge.pki.rsa.PrivateKey): boolean =>
  (certificate.publicKey as forge.pki.rsa.PublicKey).n.equals(key.n);

const commonName = (holder: forge.pki.Certificate['subject']): string => {
  const value: unknown = holder.getField('CN')?.value;
  // forge leaves UTF-8 as bytes when the string type does not name it
  return typeof value === 'string' ? (attempt(() => forge.util.decodeUtf8(value)) ?? value) : '';
};

/** forge says what is wrong only by throwing. */
function attempt<T>(read: () => T): T | undefined {
  try {
    return read();
  } catch {
    return undefined;
  }
}

const holderOf = ({ unit, person }: KeySetting): string => unit ?? person ?? 'SIGNING_P12';
const day = (instant: string): string => instant.slice(0, 10).split('-').reverse().join('/');
