/** `motcua check-config`: what in the configuration of DATA_DIR or MONGODB_URI would stop a dossier; also while a server runs. */
import type { ConfigurationFinding } from '../contract/catalogue.ts';
import { type Command, say } from './command.ts';
import { dataFolder, mongodbAddress } from './data-folder.ts';
import type { Terminal } from './terminal.ts';

export const checkConfig: Command = {
  name: 'check-config',
  positionals: [],
  summary: {
    vi: 'Tự kiểm tra cấu hình: thủ tục, quy trình, biểu mẫu, mẫu văn bản, tài khoản, lịch làm việc',
    en: 'Check the configuration: procedures, processes, forms, templates, accounts, calendar',
  },
  options: {
    json: {
      type: 'boolean',
      help: { vi: 'mỗi phát hiện một dòng JSON', en: 'one JSON object a line for each finding' },
    },
  },
  run: async ({ values }, terminal) => {
    const findings = await findingsOf();
    for (const finding of findings)
      terminal.out(values['json'] ? JSON.stringify(finding) : readable(finding, terminal));
    const errors = findings.filter(({ severity }) => severity === 'error').length;
    const counts = { errors, warnings: findings.length - errors };
    if (!values['json'])
      terminal.out(
        findings.length === 0
          ? say(terminal, 'check-config.clean')
          : say(terminal, 'check-config.found', counts),
      );
    return errors === 0 ? 0 : 1;
  },
};

async function findingsOf(): Promise<ConfigurationFinding[]> {
  const uri = mongodbAddress();
  const { checkSnapshot } = await import('../catalogue/check/check-snapshot.ts');
  const { closeRenderWorkers } = await import('../../templates/worker/index.ts');
  const store = uri
    ? await (await import('../store/mongo/open-mongo-snapshot.ts')).openMongoSnapshot({ uri })
    : (await import('../store/sqlite/open-sqlite-snapshot.ts')).openSqliteSnapshot({ folder: dataFolder() });
  try {
    return await checkSnapshot(store);
  } finally {
    await store.close();
    await closeRenderWorkers();
  }
}

const readable = (
  { subject, key, severity, message, element }: ConfigurationFinding,
  terminal: Terminal,
): string =>
  [
    say(terminal, `check-config.${severity}`),
    say(terminal, `check-config.${subject}`, { key }),
    ...(element ? [`(${element})`] : []),
    message[terminal.language],
  ].join(' ');
