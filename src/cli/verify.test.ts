import { createServer, type Server } from 'node:http';
import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import type { AddressInfo } from 'node:net';
import { text } from 'node:stream/consumers';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { carryOutCommandLine } from './command-line.ts';
import { createTestHost } from './testing/test-host.ts';

const cast = [
  { actor: 'Mads Mikkelsen', movies: ['Hannibal', 'Another Round'] },
  { actor: 'Tom Hanks', movies: ['Forrest Gump', 'Green Mile'] },
];

const design = {
  version: 1,
  name: 'Gossip',
  rows: 2,
  models: [{ alias: 'm', provider: 'demo' }],
  sources: [{ id: 'cast', name: 'cast', kind: 'inline', rows: cast }],
  columns: [
    { id: 'actor', name: 'actor', fill: { kind: 'source', source: 'cast', field: 'actor' } },
    {
      id: 'movies',
      name: 'movies',
      type: 'list',
      fill: { kind: 'source', source: 'cast', field: 'movies' },
    },
    { id: 'text', name: 'text', fill: { kind: 'generated', call: 'c' } },
    { id: 'check', name: 'check', type: 'object', fill: { kind: 'generated', call: 'c' } },
  ],
  calls: [
    {
      id: 'c',
      name: 'c',
      model: 'm',
      verify: { text: 'text', fields: ['actor', 'movies'], report: 'check' },
    },
  ],
};

interface Row {
  readonly text: string;
  readonly check: { readonly f1: number; readonly coverage: number };
}

let folder: string;
let server: Server;
const bodies: string[] = [];
/** What the stand-in writes into a text, by how often it was asked to write the row. */
let write: (row: number, time: number) => string;

function answerTo(body: string, times: Map<number, number>): readonly object[] {
  const prompts = JSON.parse(body) as { messages: { content: string }[] };
  const prompt = prompts.messages.map(({ content }) => content).join('\n');
  const rows = [...prompt.matchAll(/Row (\d+)\n<data>\nfacts: (.*)/g)];
  return rows.map(([, number, facts]) => {
    const row = Number(number) - 1;
    if (!prompt.startsWith('You read texts')) {
      const time = (times.get(row) ?? 0) + 1;
      times.set(row, time);
      return { row: row + 1, text: write(row, time) };
    }
    const films = ['Hannibal', 'Another Round', 'Forrest Gump', 'Green Mile', 'Casablanca'];
    const given = String(facts);
    return {
      row: row + 1,
      actor: given.includes('Hanks') ? 'TOM HANKS' : 'Mads Mikkelsen',
      movies: films.filter((film) => given.includes(film)).toReversed(),
    };
  });
}

beforeEach(async () => {
  bodies.length = 0;
  folder = await mkdtemp(join(tmpdir(), 'rowsmith-'));
  await writeFile(join(folder, 'gossip.json'), JSON.stringify(design));
  const times = new Map<number, number>();
  server = createServer((request, response) => {
    void text(request).then((body) => {
      bodies.push(body);
      const event = (choice: object): string =>
        `data: ${JSON.stringify({ id: 'x', object: 'chat.completion.chunk', choices: [{ index: 0, ...choice }] })}\n\n`;
      response.writeHead(200, { 'content-type': 'text/event-stream' });
      response.write(
        event({ delta: { content: JSON.stringify({ rows: answerTo(body, times) }) } }),
      );
      response.end(`${event({ delta: {}, finish_reason: 'stop' })}data: [DONE]\n\n`);
    });
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
});
afterEach(async () => {
  server.closeAllConnections();
  await new Promise((resolve) => server.close(resolve));
  await rm(folder, { recursive: true });
});

async function run(...words: readonly string[]) {
  const host = createTestHost();
  const out = join(folder, 'out.jsonl');
  const command = ['run', join(folder, 'gossip.json'), '--out', out, ...words];
  const code = await carryOutCommandLine(command, host);
  const lines = await readFile(out, 'utf8').catch(() => '');
  const rows = lines.split('\n').flatMap((line) => (line === '' ? [] : [JSON.parse(line) as Row]));
  return { code, errors: host.errors(), rows };
}

function endpoint(): readonly string[] {
  const { port } = server.address() as AddressInfo;
  return ['--base-url', `http://127.0.0.1:${port}/v1`, '--model', 'm'];
}

const good = (row: number): string =>
  row === 0
    ? 'Between Another Round and Hannibal, Mads Mikkelsen never rested.'
    : 'From Green Mile back to Forrest Gump, Tom Hanks kept running.';

// The first run loads everything, which takes a busy machine a while.
describe('texts that are read back', { timeout: 60_000 }, () => {
  it('are kept with their report when all fields are found, in any order', async () => {
    write = good;
    const { code, errors, rows } = await run(...endpoint());
    expect({ code, errors }).toMatchObject({ code: 0 });
    expect(rows.map(({ check }) => check)).toMatchObject([
      { f1: 1, coverage: 1 },
      { f1: 1, coverage: 1 },
    ]);
    expect(bodies).toHaveLength(2);
    // The reader sees the text alone.
    expect(bodies[1]).not.toContain('"movies\\":[');
  });

  it('are written again with the reasons when a fact is missing or invented', async () => {
    write = (row, time) => {
      if (time > 1) return good(row);
      return row === 0
        ? 'Mads Mikkelsen is best in Hannibal.'
        : `${good(1)} Nobody forgets him in Casablanca.`;
    };
    const { code, rows } = await run(...endpoint());
    expect(code).toBe(0);
    expect(rows.map(({ text: written }) => written)).toEqual([good(0), good(1)]);
    const asked = bodies.join('\n');
    expect(asked).toContain('does not tell movies “Another Round”');
    expect(asked).toContain('tells what was not given, movies “Casablanca”');
  });

  it('fail with a reason after a few tries, and no others are lost', async () => {
    write = (row) => (row === 0 ? 'Nothing to tell.' : good(row));
    const { code, errors, rows } = await run(...endpoint());
    expect(code).not.toBe(0);
    expect(rows.map(({ text: written }) => written)).toEqual([good(1)]);
    expect(errors).toContain('does not tell movies “Hannibal”');
  });

  it('are proved by the demo model as well', async () => {
    const { code, rows } = await run('--provider', 'demo');
    expect(code).toBe(0);
    expect(rows.map(({ check }) => check.f1)).toEqual([1, 1]);
    expect(rows[0]?.text).toContain('Another Round');
  });

  it('can be looked through instead, without a second request', async () => {
    write = good;
    const { code, rows } = await run(...endpoint(), '--set', 'calls[0].verify.method=mention');
    expect(code).toBe(0);
    expect(bodies).toHaveLength(1);
    expect(rows[0]?.check.coverage).toBe(1);
  });
});
