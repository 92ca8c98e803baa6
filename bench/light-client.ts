/** Speaks HTTP with as little work as Node allows: what the measuring side uses the server has not. */
import { Agent, request } from 'node:http';

export interface LightClient {
  /**
   * @param asked.cookie of somebody who has signed in
   * @throws Error when the answer has another status
   */
  post(path: string, body: unknown, asked: { cookie: string; status: number }): Promise<string>;
  close(): void;
}

export function lightClient(url: string): LightClient {
  const agent = new Agent({ keepAlive: true, maxSockets: 256 });
  const { hostname, port } = new URL(url);
  return {
    post: (path, body, { cookie, status }) =>
      new Promise((resolve, reject) => {
        const sent = JSON.stringify(body);
        const headers = {
          cookie,
          'content-type': 'application/json',
          'content-length': Buffer.byteLength(sent),
        };
        const asked = request(
          { agent, hostname, port, path: `/api/v1${path}`, method: 'POST', headers },
          (answer) => {
            let text = '';
            answer.setEncoding('utf8').on('data', (part: string) => {
              text += part;
            });
            answer.on('end', () => {
              if (answer.statusCode === status) resolve(text);
              else reject(new Error(`${answer.statusCode}: ${text}`));
            });
          },
        );
        asked.on('error', reject).end(sent);
      }),
    close: () => agent.destroy(),
  };
}
