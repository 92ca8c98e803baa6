/** The built command as a process of its own. */
import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { packageRoot } from '../../server/package-root.ts';

export interface SpawnedCli {
  process: ChildProcess;
  /** everything said so far */
  output(): string;
  /** Resolves with the first match in the output. @throws when the process ends without one */
  said(pattern: RegExp): Promise<RegExpExecArray>;
  /** Resolves with the exit code, null when killed. */
  ended(): Promise<number | null>;
}

/**
 * @param env replaces the environment, PATH and the language apart
 * @param wrap a command that ends by becoming the one behind it
 */
export function spawnCli(argv: string[], env: Record<string, string> = {}, wrap: string[] = []): SpawnedCli {
  const bundle = pathToFileURL(join(packageRoot(), 'dist/server/motcua.js')).href;
  const script = `const { main } = await import(${JSON.stringify(bundle)}); process.exitCode = await main(process.argv.slice(1))`;
  const command = [...wrap, process.execPath, '--input-type=module', '-e', script, ...argv];
  const child = spawn(command[0]!, command.slice(1), {
    env: { PATH: process.env['PATH'] ?? '', LANG: 'vi_VN.UTF-8', ...env },
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  let output = '';
  const listeners = new Set<() => void>();
  for (const stream of [child.stdout, child.stderr])
    stream.setEncoding('utf8').on('data', (text: string) => {
      output += text;
      for (const listener of listeners) listener();
    });
  const closed = once(child, 'close').then(([code]) => code as number | null);

  return {
    process: child,
    output: () => output,
    ended: () => closed,
    said: (pattern) =>
      new Promise((resolve, reject) => {
        const look = () => {
          const match = pattern.exec(output);
          if (!match) return;
          listeners.delete(look);
          resolve(match);
        };
        listeners.add(look);
        look();
        void closed.then(() => reject(new Error(`it ended without saying ${pattern}:\n${output}`)));
      }),
  };
}
