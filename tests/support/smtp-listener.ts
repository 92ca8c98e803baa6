/** A mail server on the loopback that takes every letter, or refuses a recipient as told. */
import { once } from 'node:events';
import { type AddressInfo, createServer, type Socket } from 'node:net';

export interface Letter {
  from: string;
  to: string;
  /** headers and body as they came */
  raw: string;
}

export interface SmtpListener {
  url: string;
  letters: Letter[];
  /** resolves with the next letter that is taken */
  next(): Promise<Letter>;
  /** answers the next so many recipients with a code: 550 for good, 451 for now */
  refuse(code: number, times: number): void;
  close(): Promise<void>;
}

export async function smtpListener(): Promise<SmtpListener> {
  const letters: Letter[] = [];
  const waiting: ((letter: Letter) => void)[] = [];
  const sockets = new Set<Socket>();
  let refusal = { code: 0, times: 0 };
  const take = (letter: Letter) => {
    letters.push(letter);
    waiting.shift()?.(letter);
  };
  const refusedWith = (): number | undefined => {
    if (refusal.times === 0) return undefined;
    refusal = { ...refusal, times: refusal.times - 1 };
    return refusal.code;
  };
  const server = createServer((socket) => {
    sockets.add(socket.on('close', () => sockets.delete(socket)));
    converse(socket, { take, refusedWith });
  });
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
  return {
    url: `smtp://127.0.0.1:${(server.address() as AddressInfo).port}`,
    letters,
    next: () => new Promise((resolve) => waiting.push(resolve)),
    refuse: (code, times) => {
      refusal = { code, times };
    },
    close: async () => {
      for (const socket of sockets) socket.destroy();
      server.close();
      await once(server, 'close');
    },
  };
}

interface Desk {
  take(letter: Letter): void;
  refusedWith(): number | undefined;
}

/** The part of RFC 5321 that a sender without extensions needs. */
function converse(socket: Socket, { take, refusedWith }: Desk): void {
  let buffer = '';
  let letter: Letter = { from: '', to: '', raw: '' };
  let isBody = false;
  const say = (line: string) => socket.write(`${line}\r\n`);
  const commands: Record<string, (argument: string) => void> = {
    ehlo: () => say('250 loopback'),
    helo: () => say('250 loopback'),
    mail: (argument) => {
      letter = { from: addressIn(argument), to: '', raw: '' };
      say('250 ok');
    },
    rcpt: (argument) => {
      const code = refusedWith();
      letter.to = addressIn(argument);
      say(code ? `${code} refused` : '250 ok');
    },
    data: () => {
      isBody = true;
      say('354 go on');
    },
    rset: () => say('250 ok'),
    quit: () => {
      say('221 bye');
      socket.end();
    },
  };
  say('220 loopback');
  // A sender that is killed hangs up in the middle of a letter.
  socket.on('error', () => socket.destroy());
  socket.on('data', (bytes) => {
    buffer += bytes.toString('utf8');
    for (;;) {
      const mark = isBody ? '\r\n.\r\n' : '\r\n';
      const end = buffer.indexOf(mark);
      if (end < 0) return;
      const text = buffer.slice(0, end);
      buffer = buffer.slice(end + mark.length);
      if (isBody) {
        isBody = false;
        take({ ...letter, raw: text });
        say('250 taken');
      } else {
        (commands[text.slice(0, 4).toLowerCase()] ?? (() => say('502 unknown')))(text);
      }
    }
  });
}

const addressIn = (argument: string): string => /<([^>]*)>/.exec(argument)?.[1] ?? '';
