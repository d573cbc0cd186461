import { afterEach, describe, expect, it } from 'vitest';
import type { HttpRequest, HttpSend } from '#core/llm/language-model.ts';
import { createScriptedModel } from '#core/llm/scripted-model.ts';
import type { Connection } from './engine-protocol.ts';
import type { KeyVault } from './key-vault.ts';
import { openEngineTab, startOf, type EngineTab } from './testing/engine-tab.ts';
import { openEmptyDatabase } from './testing/memory-database.ts';

const key = 'sk-canary-0123456789abcdef';
const tabs: EngineTab[] = [];

const ownServer: Connection = {
  alias: 'writer',
  provider: 'openai-compatible',
  model: 'm',
  baseUrl: 'https://models.example.com/v1',
  concurrency: 1,
};

interface Network {
  readonly sent: { readonly url: string; readonly headers: Readonly<Record<string, string>> }[];
  readonly createSend: (vault: KeyVault) => HttpSend;
}

/** A network that answers every request the same way and remembers what was sent with which headers. */
function network(answer: () => Response): Network {
  const sent: Network['sent'] = [];
  return {
    sent,
    createSend: (vault) => (request: HttpRequest) => {
      const headers = vault.attach(request.url, request.headers, request.credential);
      sent.push({ url: request.url, headers });
      return Promise.resolve(answer());
    },
  };
}

async function openTab(net: Network, database?: Awaited<ReturnType<typeof openEmptyDatabase>>) {
  const tab = await openEngineTab({
    createSend: net.createSend,
    ...(database === undefined ? {} : { database }),
  });
  tabs.push(tab);
  return tab;
}

const refused = () =>
  new Response(JSON.stringify({ error: { message: `Incorrect API key provided: ${key}` } }), {
    status: 401,
    headers: { 'content-type': 'application/json' },
  });

/** A server that writes the key it was sent into the row it answers with. */
const echo = () => {
  const rows = { rows: [1, 2, 3, 4].map((row) => ({ row, title: `Thing ${row} ${key}` })) };
  const chunk = { choices: [{ index: 0, delta: { content: JSON.stringify(rows) } }] };
  const end = { choices: [{ index: 0, delta: {}, finish_reason: 'stop' }] };
  const lines = [chunk, end].map((part) => `data: ${JSON.stringify(part)}\n\n`);
  return new Response(`${lines.join('')}data: [DONE]\n\n`, {
    headers: { 'content-type': 'text/event-stream' },
  });
};

afterEach(() => {
  for (const tab of tabs.splice(0)) tab.close();
});

describe('a key', () => {
  it('is kept and never comes back, whatever is asked', async () => {
    const tab = await openTab(network(refused), await openEmptyDatabase());
    await tab.engine.trustOrigins({ origins: ['https://models.example.com'] });
    await tab.engine.storeKey({ origin: 'https://models.example.com', key });
    await tab.engine.keyedOrigins({ origins: ['https://models.example.com'] });
    await tab.engine.testConnection({ connection: ownServer });
    await tab.engine.listModels({ connection: ownServer }).catch(() => undefined);
    await tab.engine.loadRun({ documentId: 'document-1' });
    const ended = tab.ended();
    await tab.engine.startRun(startOf({ connections: [ownServer] }));
    await ended;
    await tab.engine.forgetKey({ origin: 'https://models.example.com' });
    expect(tab.posted.length).toBeGreaterThan(8);
    expect(JSON.stringify(tab.posted)).not.toContain('canary');
  });

  it('is said to be there or not, by origin', async () => {
    const tab = await openTab(network(refused));
    await tab.engine.storeKey({ origin: 'https://models.example.com/v1', key });
    const origins = ['https://models.example.com', 'https://other.example.com'];
    expect(await tab.engine.keyedOrigins({ origins })).toEqual(['https://models.example.com']);
  });

  it('is refused with the reason when it cannot be one', async () => {
    const tab = await openTab(network(refused));
    const answer = await tab.engine.storeKey({ origin: 'https://a.test', key: 'sk-\u200bab' });
    expect(answer).toContain('U+200B');
    expect(await tab.engine.keyedOrigins({ origins: ['https://a.test'] })).toEqual([]);
  });

  it('is scrubbed from the error of a run, on screen and in the journal', async () => {
    const database = await openEmptyDatabase();
    const tab = await openTab(network(refused), database);
    await tab.engine.trustOrigins({ origins: ['https://models.example.com'] });
    await tab.engine.storeKey({ origin: 'https://models.example.com', key });
    const ended = tab.ended();
    await tab.engine.startRun(startOf({ connections: [ownServer] }));
    expect(await ended).toMatchObject({ kind: 'paused', problem: { kind: 'auth' } });
    expect(JSON.stringify(tab.events)).not.toContain('canary');
    expect(JSON.stringify(await database.getAll('journal'))).not.toContain('canary');
  });

  it('is scrubbed from rows that a server wrote it into', async () => {
    const database = await openEmptyDatabase();
    const tab = await openTab(network(echo), database);
    await tab.engine.trustOrigins({ origins: ['https://models.example.com'] });
    await tab.engine.storeKey({ origin: 'https://models.example.com', key });
    const ended = tab.ended();
    await tab.engine.startRun(startOf({ connections: [ownServer] }));
    expect(await ended).toEqual({ kind: 'complete' });
    expect(tab.dataset.stored.get('write')?.get(0)).toEqual({ title: 'Thing 1 [key]' });
    expect(JSON.stringify(await database.getAll('journal'))).not.toContain('canary');
  });
});

describe('an address', () => {
  it('that the user has not set up gets no request', async () => {
    const net = network(echo);
    const tab = await openTab(net);
    const report = await tab.engine.testConnection({ connection: ownServer });
    expect(report).toMatchObject({ ok: false, problem: { kind: 'unresolved' } });
    expect(net.sent).toEqual([]);
  });

  it.each([
    'https://models.example.com.evil.test/v1',
    'https://models.example.com@evil.test/v1',
    'http://models.example.com/v1',
    'https://models.example.com:8443/v1',
    'https://xn--models-example.com/v1',
    'data:text/plain,x',
  ])('%s is not the one that was set up', async (baseUrl) => {
    const net = network(echo);
    const tab = await openTab(net);
    await tab.engine.trustOrigins({ origins: ['https://models.example.com'] });
    await tab.engine.storeKey({ origin: 'https://models.example.com', key });
    const connection = { ...ownServer, baseUrl };
    expect(await tab.engine.testConnection({ connection })).toMatchObject({ ok: false });
    expect(net.sent).toEqual([]);
  });

  it('given to a known provider’s name gets neither request nor key', async () => {
    const net = network(echo);
    const tab = await openTab(net);
    await tab.engine.storeKey({ origin: 'https://api.openai.com', key });
    const connection = { ...ownServer, provider: 'openai', baseUrl: 'https://evil.test/v1' };
    expect(await tab.engine.testConnection({ connection })).toMatchObject({ ok: false });
    expect(net.sent).toEqual([]);
  });

  it('that was set up but has another’s key gets none', async () => {
    const net = network(echo);
    const tab = await openTab(net);
    await tab.engine.trustOrigins({ origins: ['https://models.example.com'] });
    await tab.engine.storeKey({ origin: 'https://api.openai.com', key });
    await tab.engine.testConnection({ connection: ownServer });
    expect(net.sent).not.toEqual([]);
    expect(JSON.stringify(net.sent)).not.toContain('canary');
  });

  it('that was set up gets its own key', async () => {
    const net = network(echo);
    const tab = await openTab(net);
    await tab.engine.trustOrigins({ origins: ['https://models.example.com'] });
    await tab.engine.storeKey({ origin: 'https://models.example.com', key });
    await tab.engine.testConnection({ connection: ownServer });
    expect(net.sent[0]?.headers).toMatchObject({ authorization: `Bearer ${key}` });
  });
});

describe('a run', () => {
  it('of an alias without a connection pauses before anything is sent', async () => {
    const net = network(echo);
    const tab = await openTab(net, await openEmptyDatabase());
    const ended = tab.ended();
    await tab.engine.startRun(startOf({ connections: [] }));
    expect(await ended).toMatchObject({ kind: 'paused', problem: { kind: 'unresolved' } });
    expect(net.sent).toEqual([]);
  });

  it('is not there for a document that never had one', async () => {
    const tab = await openTab(network(echo), await openEmptyDatabase());
    expect(await tab.engine.loadRun({ documentId: 'other' })).toEqual({ isLocked: false });
  });

  it('tells its events in batches, the end without delay', async () => {
    const database = await openEmptyDatabase();
    const model = createScriptedModel([{ kind: 'text', text: '{"rows":[{"row":1,"title":"A"}]}' }]);
    const tab = await openEngineTab({ database, model });
    tabs.push(tab);
    const ended = tab.ended();
    await tab.engine.startRun(startOf({ rowCount: 1 }));
    await ended;
    const notices = tab.posted.filter((message) => (message as { kind: string }).kind === 'notice');
    expect(tab.events.length).toBeGreaterThan(notices.length);
  });
});
