/** Every environment variable that the server reads, checked at the start. */
import { isIP } from 'node:net';
import { resolve, sep } from 'node:path';
import { z } from 'zod';
import type { BackupSettings } from './backups/keep-backups.ts';
import { readRetention } from './backups/retention.ts';
import { readSchedule } from './backups/schedule.ts';
import type { GatewaySettings } from './notifications/gateway-outlet.ts';
import type { SmtpSettings } from './notifications/smtp-outlet.ts';

const LEVELS = ['fatal', 'error', 'warn', 'info', 'debug', 'trace', 'silent'] as const;

/** `10.0.0.7`, `10.0.0.0/8`, `fd00::/8`, or a name that Express knows. */
function isProxyAddress(text: string): boolean {
  if (['loopback', 'linklocal', 'uniquelocal'].includes(text)) return true;
  const [address = '', bits] = text.split('/');
  const family = isIP(address);
  const longest = family === 6 ? 128 : 32;
  return family !== 0 && (bits === undefined || (/^\d{1,3}$/.test(bits) && Number(bits) <= longest));
}

/** What a text says, or an issue with the text that tells how to write it. */
const orIssue =
  <T>(read: (text: string) => T | null, message: string) =>
  (text: string, context: z.RefinementCtx): T => {
    const value = read(text);
    if (value !== null) return value;
    context.addIssue({ code: 'custom', message });
    return z.NEVER;
  };

/** Characters of a passphrase of backups. */
export const LEAST_PASSPHRASE = 12;

const schema = z.object({
  /** Port to listen on; 0 lets the system choose. */
  PORT: z.coerce
    .number('phải là số nguyên từ 0 đến 65535')
    .int('phải là số nguyên từ 0 đến 65535')
    .min(0, 'phải là số nguyên từ 0 đến 65535')
    .max(65_535, 'phải là số nguyên từ 0 đến 65535')
    .default(3000),
  /** Address to listen on; `0.0.0.0` to be reached from other machines. */
  HOST: z.string().min(1, 'không được để trống').default('127.0.0.1'),
  /** Folder of the embedded store, attachments and the session secret; made when absent. */
  DATA_DIR: z
    .string()
    .min(1, 'không được để trống')
    .default('./data')
    .transform((path) => resolve(path)),
  /** A MongoDB replica set or sharded cluster instead of the embedded store; see docs/how-to/mongodb.md. */
  MONGODB_URI: z
    .string()
    .regex(
      /^mongodb(\+srv)?:\/\/\S+$/,
      'phải là địa chỉ mongodb:// hoặc mongodb+srv://, ví dụ mongodb://db1,db2,db3/motcua?replicaSet=rs0',
    )
    .optional(),
  /** `manual`: the clock moves only by POST /api/v1/admin/clock, for demonstrations and tests. */
  CLOCK: z.enum(['system', 'manual'], 'phải là "system" hoặc "manual"').default('system'),
  /** `auto` fills an empty store with the sample province; `none` leaves it with one administrator. */
  SEED: z.enum(['auto', 'none'], 'phải là "auto" hoặc "none"').default('auto'),
  /** Password of the sample accounts, then not asked to be changed. Generated when unset, but for CLOCK=manual. */
  SEED_PASSWORD: z.string().min(8, 'phải có ít nhất 8 ký tự').optional(),
  /** Address citizens reach the server by: in QR codes and links; cookies are Secure when it is https. */
  PUBLIC_URL: z
    .url({
      protocol: /^https?$/,
      error: 'phải là địa chỉ http hoặc https đầy đủ, ví dụ https://motcua.example.vn',
    })
    .transform((url) => url.replace(/\/+$/, ''))
    .optional(),
  /** Reverse proxies whose word on the caller's address and https is taken; those of this machine when unset. */
  TRUSTED_PROXIES: z
    .string()
    .transform((text) => text.split(',').map((part) => part.trim()))
    .refine(
      (parts) => parts.every(isProxyAddress),
      'phải là danh sách địa chỉ hoặc dải địa chỉ, ví dụ "loopback, 10.0.0.0/8"',
    )
    .optional(),
  /** Chromium that prints papers; else an installed Chrome or Chromium, else the one that npm brings. */
  CHROME_PATH: z.string().min(1, 'không được để trống').optional(),
  /** Least severe log line written. */
  LOG_LEVEL: z.enum(LEVELS, `phải là một trong: ${LEVELS.join(', ')}`).default('info'),
  /** Server that takes e-mail to applicants; without it letters are recorded and not sent. */
  SMTP_URL: z
    .url({
      protocol: /^smtps?$/,
      error: 'phải là địa chỉ smtp:// hoặc smtps://, ví dụ smtp://mail.example.vn:587',
    })
    .optional(),
  /** Sender of these letters; `motcua@` the mail server's name when unset. */
  MAIL_FROM: z.string().min(3, 'phải là địa chỉ thư điện tử').optional(),
  /** Gateway that takes text messages as JSON; without it they are recorded and not sent. */
  SMS_URL: z.url({ protocol: /^https?$/, error: 'phải là địa chỉ http hoặc https' }).optional(),
  /** Bearer token of that gateway. */
  SMS_TOKEN: z.string().min(1, 'không được để trống').optional(),
  /** Gateway of a Zalo account, taken before text messages; the same shape. */
  ZALO_URL: z.url({ protocol: /^https?$/, error: 'phải là địa chỉ http hoặc https' }).optional(),
  /** Bearer token of that gateway. */
  ZALO_TOKEN: z.string().min(1, 'không được để trống').optional(),
  /** A .p12 that signs issued papers digitally, for every unit and person without a key of its own. */
  SIGNING_P12: z.string().min(1, 'không được để trống').optional(),
  /** Its password. */
  SIGNING_PASSWORD: z.string().optional(),
  /** JSON list of keys of units and persons; see docs/how-to/sign-papers.md. */
  SIGNING_KEYS: z
    .string()
    .min(1, 'không được để trống')
    .transform((path) => resolve(path))
    .optional(),
  /** Folder where the server keeps backups that it takes by itself; it takes none without. Embedded store only. */
  BACKUP_DIR: z
    .string()
    .min(1, 'không được để trống')
    .transform((path) => resolve(path))
    .optional(),
  /** When it takes them, on the clock of Việt Nam: `01:30` each day, `sun 01:30` each week, `1 01:30` each month. */
  BACKUP_AT: z
    .string()
    .transform(
      orIssue(readSchedule, 'phải là giờ như "01:30", "sun 01:30" (hằng tuần) hoặc "1 01:30" (hằng tháng)'),
    )
    .optional(),
  /** Which it keeps: the newest of so many days, weeks and months. */
  BACKUP_KEEP: z
    .string()
    .transform(orIssue(readRetention, 'phải có dạng như "7 daily, 4 weekly, 12 monthly"'))
    .optional(),
  /** Encrypts backups, and opens them at a restore; without it (or a key file) whoever has the file reads it. */
  BACKUP_PASSPHRASE: z.string().min(LEAST_PASSPHRASE, `phải có ít nhất ${LEAST_PASSPHRASE} ký tự`).optional(),
  /** A file whose only line is that passphrase, in its place. */
  BACKUP_KEY_FILE: z
    .string()
    .min(1, 'không được để trống')
    .transform((path) => resolve(path))
    .optional(),
  /** Requests of the API worked on at once; what comes above is refused with 503 and Retry-After. 512 when unset. */
  MAX_REQUESTS: z.coerce
    .number('phải là số nguyên từ 8 đến 100000')
    .int('phải là số nguyên từ 8 đến 100000')
    .min(8, 'phải là số nguyên từ 8 đến 100000')
    .max(100_000, 'phải là số nguyên từ 8 đến 100000')
    .optional(),
  /** Signs session cookies; generated and kept in DATA_DIR when unset. */
  SESSION_SECRET: z.string().min(32, 'phải có ít nhất 32 ký tự').optional(),
});

/** What two variables say together and cannot mean. */
const CONTRADICTIONS: {
  name: keyof z.output<typeof schema>;
  message: string;
  isSaid: (data: z.output<typeof schema>) => boolean;
}[] = [
  {
    name: 'BACKUP_DIR',
    message:
      'chỉ dùng cho kho dữ liệu nhúng; với MONGODB_URI hãy sao lưu bằng công cụ của MongoDB (docs/how-to/mongodb.md)',
    isSaid: ({ BACKUP_DIR, MONGODB_URI }) => BACKUP_DIR !== undefined && MONGODB_URI !== undefined,
  },
  {
    name: 'BACKUP_DIR',
    message: 'phải nằm ngoài DATA_DIR: bản sao lưu không được mất cùng dữ liệu',
    isSaid: ({ BACKUP_DIR, DATA_DIR }) =>
      BACKUP_DIR !== undefined && (BACKUP_DIR === DATA_DIR || BACKUP_DIR.startsWith(DATA_DIR + sep)),
  },
  {
    name: 'BACKUP_AT',
    message: 'chỉ có nghĩa khi đặt BACKUP_DIR',
    isSaid: ({ BACKUP_AT, BACKUP_DIR }) => BACKUP_AT !== undefined && BACKUP_DIR === undefined,
  },
  {
    name: 'BACKUP_KEEP',
    message: 'chỉ có nghĩa khi đặt BACKUP_DIR',
    isSaid: ({ BACKUP_KEEP, BACKUP_DIR }) => BACKUP_KEEP !== undefined && BACKUP_DIR === undefined,
  },
  {
    name: 'BACKUP_KEY_FILE',
    message: 'không dùng cùng BACKUP_PASSPHRASE; hãy đặt một trong hai',
    isSaid: ({ BACKUP_KEY_FILE, BACKUP_PASSPHRASE }) =>
      BACKUP_KEY_FILE !== undefined && BACKUP_PASSPHRASE !== undefined,
  },
];

/** Where the passphrase of backups is. */
export type BackupKeySettings = { passphrase: string } | { file: string };

/** Where the keys are that sign papers. */
export interface SigningSettings {
  /** for every unit and person without a key of its own */
  p12?: { file: string; password: string };
  /** the JSON list */
  keysFile?: string;
}

export interface Environment {
  port: number;
  host: string;
  dataDir: string;
  clock: 'system' | 'manual';
  seed: 'auto' | 'none';
  seedPassword?: string;
  publicUrl?: string;
  trustedProxies?: string[];
  chromePath?: string;
  logLevel: (typeof LEVELS)[number];
  sessionSecret?: string;
  mongodbUri?: string;
  smtp?: SmtpSettings;
  sms?: GatewaySettings;
  zalo?: GatewaySettings;
  signing?: SigningSettings;
  backupKey?: BackupKeySettings;
  /** absent: the server takes none by itself */
  backups?: BackupSettings;
  maxRequests?: number;
}

/** Wrong values of the environment, a sentence each. */
export class EnvironmentFault extends Error {
  override readonly name = 'EnvironmentFault';
  readonly sentences: string[];
  constructor(sentences: string[]) {
    super(sentences.join('\n'));
    this.sentences = sentences;
  }
}

/**
 * An empty variable counts as unset.
 * @throws EnvironmentFault
 */
export function readEnvironment(variables: Record<string, string | undefined>): Environment {
  const given = Object.fromEntries(
    Object.entries(variables).filter(([name, value]) => name in schema.shape && value !== ''),
  );
  const sentenceOf = (name: string, message: string): string =>
    `Biến môi trường ${name}${SECRETS.has(name) ? '' : ` "${given[name]}"`} ${message}.`;
  const result = schema.safeParse(given);
  if (!result.success) {
    throw new EnvironmentFault(
      result.error.issues.map(({ path, message }) => sentenceOf(String(path[0]), message)),
    );
  }
  const contradictions = CONTRADICTIONS.filter(({ isSaid }) => isSaid(result.data));
  if (contradictions.length > 0)
    throw new EnvironmentFault(contradictions.map(({ name, message }) => sentenceOf(name, message)));
  const { data } = result;
  return {
    port: data.PORT,
    host: data.HOST,
    dataDir: data.DATA_DIR,
    clock: data.CLOCK,
    seed: data.SEED,
    ...(data.SEED_PASSWORD ? { seedPassword: data.SEED_PASSWORD } : {}),
    ...(data.PUBLIC_URL ? { publicUrl: data.PUBLIC_URL } : {}),
    ...(data.TRUSTED_PROXIES ? { trustedProxies: data.TRUSTED_PROXIES } : {}),
    ...(data.CHROME_PATH ? { chromePath: data.CHROME_PATH } : {}),
    logLevel: data.LOG_LEVEL,
    ...(data.SESSION_SECRET ? { sessionSecret: data.SESSION_SECRET } : {}),
    ...(data.MAX_REQUESTS ? { maxRequests: data.MAX_REQUESTS } : {}),
    ...(data.MONGODB_URI ? { mongodbUri: data.MONGODB_URI } : {}),
    ...(data.SMTP_URL ? { smtp: smtpOf(data.SMTP_URL, data.MAIL_FROM) } : {}),
    ...(data.SMS_URL ? { sms: gatewayOf(data.SMS_URL, data.SMS_TOKEN) } : {}),
    ...(data.ZALO_URL ? { zalo: gatewayOf(data.ZALO_URL, data.ZALO_TOKEN) } : {}),
    ...(data.SIGNING_P12 || data.SIGNING_KEYS ? { signing: signingOf(data) } : {}),
    ...(data.BACKUP_DIR ? { backups: backupsOf(data, data.BACKUP_DIR) } : {}),
    ...(data.BACKUP_PASSPHRASE ? { backupKey: { passphrase: data.BACKUP_PASSPHRASE } } : {}),
    ...(data.BACKUP_KEY_FILE ? { backupKey: { file: data.BACKUP_KEY_FILE } } : {}),
  };
}

const backupsOf = ({ BACKUP_AT, BACKUP_KEEP }: z.output<typeof schema>, folder: string): BackupSettings => ({
  folder,
  schedule: BACKUP_AT ?? { every: 'day', time: '01:30' },
  retention: BACKUP_KEEP ?? { daily: 7, weekly: 4, monthly: 12 },
});

const signingOf = (data: z.output<typeof schema>): SigningSettings => ({
  ...(data.SIGNING_P12
    ? { p12: { file: resolve(data.SIGNING_P12), password: data.SIGNING_PASSWORD ?? '' } }
    : {}),
  ...(data.SIGNING_KEYS ? { keysFile: data.SIGNING_KEYS } : {}),
});

const smtpOf = (url: string, from = `motcua@${new URL(url).hostname}`): SmtpSettings => ({ url, from });

const gatewayOf = (url: string, token?: string): GatewaySettings => ({ url, ...(token && { token }) });

const SECRETS = new Set([
  'SESSION_SECRET',
  'SIGNING_PASSWORD',
  'BACKUP_PASSPHRASE',
  'SMTP_URL',
  'SMS_TOKEN',
  'ZALO_TOKEN',
  'SEED_PASSWORD',
  'MONGODB_URI',
]);
