/** `motcua drill`: whether a backup would bring everything back, tried for real beside the data and cleaned up. */
import { existsSync, rmSync } from 'node:fs';
import { mkdtemp } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { performance } from 'node:perf_hooks';
import { type Command, say, wrongInput } from './command.ts';
import { backupPassphrase } from './data-folder.ts';
import type { Terminal } from './terminal.ts';
import { verifyFolder } from './verify.ts';

export const drill: Command = {
  name: 'drill',
  positionals: ['FILE'],
  summary: {
    vi: 'Diễn tập khôi phục: khôi phục bản sao lưu vào thư mục tạm, kiểm tra, mở máy chủ trên đó, đọc hồ sơ, rồi dọn',
    en: 'A restore drill: restore a backup into a temporary folder, verify it, serve it, read dossiers, clean up',
  },
  options: {
    in: {
      type: 'string',
      value: 'FOLDER',
      help: {
        vi: 'nơi đặt thư mục tạm, cần chỗ bằng dữ liệu đã khôi phục (mặc định: thư mục tạm của hệ thống)',
        en: "where the temporary folder goes; it takes as much room as the data (default: the system's)",
      },
    },
  },
  run: async ({ positionals: [file = ''], values }, terminal) => {
    if (!existsSync(file)) throw wrongInput('file.missing', { file });
    const parent = values['in'] === undefined ? tmpdir() : String(values['in']);
    if (!existsSync(parent)) throw wrongInput('file.missing', { file: parent });
    const passphrase = await backupPassphrase();
    const folder = await mkdtemp(join(parent, 'motcua-drill-'));
    const endings = cleanUpWhenStopped(folder);
    try {
      return await rehearse({ file, folder, passphrase }, terminal);
    } finally {
      endings.forget();
      rmSync(folder, { recursive: true, force: true });
    }
  },
};

async function rehearse(
  { file, folder, passphrase }: { file: string; folder: string; passphrase: string | undefined },
  terminal: Terminal,
): Promise<0 | 1> {
  const startedAt = performance.now();
  const seconds = () => Math.ceil((performance.now() - startedAt) / 1000);
  const { restoreBackup } = await import('../store/backup/restore-backup.ts');
  const { blobs } = await restoreBackup({ file, folder, passphrase });
  terminal.err(say(terminal, 'drill.restored', { blobs, seconds: seconds() }));
  const verified = await verifyFolder(folder, { asJson: false, place: file }, terminal);
  const { serveAndRead } = await import('./serve-and-read.ts');
  const { read, total, papers, unreadable } = await serveAndRead(folder);
  for (const what of unreadable) terminal.out(say(terminal, 'drill.unreadable', { what }));
  terminal.err(say(terminal, 'drill.served', { read, total, papers }));
  const isSound = verified === 0 && unreadable.length === 0;
  terminal.err(say(terminal, isSound ? 'drill.passed' : 'drill.failed', { file, seconds: seconds() }));
  return isSound ? 0 : 1;
}

/** The copy is as confidential as the data: who stops the drill does not leave it behind. */
function cleanUpWhenStopped(folder: string): { forget(): void } {
  const signals = ['SIGINT', 'SIGTERM', 'SIGHUP'] as const;
  const end = () => {
    rmSync(folder, { recursive: true, force: true });
    process.exit(1);
  };
  for (const signal of signals) process.once(signal, end);
  return {
    forget: () => {
      for (const signal of signals) process.off(signal, end);
    },
  };
}
