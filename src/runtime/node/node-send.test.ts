import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { afterEach, describe, expect, it } from 'vitest';
import { createKeyVault } from '#runtime/key-vault.ts';
import { createProviderFetch } from '#runtime/provider-fetch.ts';
import { createNodeSend } from './node-send.ts';

const send = createNodeSend(createProviderFetch(createKeyVault()));
let server: Server | undefined;

afterEach(() => void server?.close());

async function listen(status: number): Promise<string> {
  const started = createServer((_, response) => {
    response.writeHead(status, { location: 'http://localhost:1/' });
    response.end();
  });
  server = started;
  await new Promise<void>((resolve) => started.listen(0, '127.0.0.1', resolve));
  return `http://127.0.0.1:${(started.address() as AddressInfo).port}/v1`;
}

function ask(url: string, signal = new AbortController().signal): Promise<Response> {
  return send({ url, method: 'POST', headers: {}, body: {} }, signal);
}

describe('a request from the command line', () => {
  it('comes back with the answer, whatever its status', async () => {
    expect((await ask(await listen(503))).status).toBe(503);
  });

  it('refuses a redirect and says so', async () => {
    await expect(ask(await listen(307))).rejects.toMatchObject({ kind: 'redirect' });
  });

  it('says that nothing listens', async () => {
    await expect(ask('http://127.0.0.1:1/v1')).rejects.toMatchObject({
      kind: 'network',
      message: expect.stringContaining('No answer from 127.0.0.1:1.'),
    });
  });

  it('passes an abort through', async () => {
    await expect(ask('http://127.0.0.1:1/v1', AbortSignal.abort())).rejects.toMatchObject({
      name: 'AbortError',
    });
  });
});
