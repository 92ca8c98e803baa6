import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import express from 'express';
import { closed, listen, openPort, type Port } from '../../server/http/port.ts';

let port: Port;
let url: string;
beforeEach(async () => {
  port = openPort();
  url = await listen(port.http, { port: 0, host: '127.0.0.1' });
});
afterEach(() => closed(port.http));

describe('a port', () => {
  it('asks people to come again until the application is there, which then answers alone', async () => {
    const early = await fetch(url);
    expect([early.status, early.headers.get('retry-after')]).toEqual([503, '1']);
    expect(await early.text()).toContain('đang khởi động');

    port.serve(express().use((_request, response) => void response.json({ isServed: true })));
    expect(await (await fetch(url)).json()).toEqual({ isServed: true });
  });

  it('makes requests and responses as the application wants them, so that it need not change them', async () => {
    const app = express();
    const seen: boolean[] = [];
    port.http.on('request', (request, response) => {
      seen.push(
        Object.getPrototypeOf(request) === app.request,
        Object.getPrototypeOf(response) === app.response,
      );
    });
    await fetch(url);
    app.get('/ask', (request, response) => void response.send(`${request.get('x-name')} ${request.ip}`));
    port.serve(app);
    const answer = await fetch(`${url}/ask`, { headers: { 'x-name': 'An' } });
    expect(await answer.text()).toBe('An 127.0.0.1');
    expect(seen).toEqual([false, false, true, true]);
  });
});
