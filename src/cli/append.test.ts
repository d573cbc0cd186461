import { createServer, type Server } from 'node:http';
import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import type { AddressInfo } from 'node:net';
import { text } from 'node:stream/consumers';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { carryOutCommandLine } from './command-line.ts';
import { createTestHost } from './testing/test-host.ts';

const csv =
  'name,price\nToaster Alba,24.5\nKettle Brisk,39.9\nFridge Nord,899\nOven Corvo,649\nHob Zelda,299\n';

let folder: string;
let server: Server;
const bodies: string[] = [];

beforeEach(async () => {
  bodies.length = 0;
  folder = await mkdtemp(join(tmpdir(), 'rowsmith-'));
  await writeFile(join(folder, 'appliances.csv'), csv);
  server = createServer((request, response) => {
    void text(request).then((body) => {
      bodies.push(body);
      const rows = [...body.matchAll(/Row (\d+)\\n<data>/g)].map(([, row]) => Number(row));
      // The first answer takes an original for its first row.
      const answer = rows.map((row, at) => ({
        row,
        name: bodies.length === 1 && at === 0 ? 'Toaster Alba' : `Lamp ${row}`,
        price: 100 + row,
      }));
      const content = JSON.stringify({ rows: answer });
      response.writeHead(200, { 'content-type': 'text/event-stream' });
      const event = (choice: object): string =>
        `data: ${JSON.stringify({ id: 'x', object: 'chat.completion.chunk', choices: [{ index: 0, ...choice }] })}\n\n`;
      response.write(event({ delta: { content } }));
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

async function append(...words: readonly string[]) {
  const host = createTestHost();
  const { port } = server.address() as AddressInfo;
  const out = join(folder, 'out.csv');
  const command = ['run', join(folder, 'appliances.csv'), '--out', out, '--rows', '10'];
  const endpoint = ['--base-url', `http://127.0.0.1:${port}/v1`, '--model', 'm'];
  const code = await carryOutCommandLine([...command, ...endpoint, ...words], host);
  return { code, errors: host.errors(), rows: (await readFile(out, 'utf8')).trim().split(/\r?\n/) };
}

// The first run loads everything, which takes a busy machine a while.
describe('more rows like those of a file', { timeout: 60_000 }, () => {
  it('follow the originals, and none repeats one', async () => {
    const { code, errors, rows } = await append();
    expect({ code, errors }).toMatchObject({ code: 0 });
    expect(rows).toHaveLength(11);
    expect(rows.slice(1, 6).join('\n')).toContain('Toaster Alba,24.5');
    expect(new Set(rows.map((row) => row.split(',')[0])).size).toBe(11);
    expect(bodies[0]).toContain('Fridge Nord');
  });

  it('are alone in the file, and no original leaves this machine, when that is asked', async () => {
    const { code, rows } = await append(
      ...['--set', 'originals.shown=0', '--set', 'originals.exported=false'],
    );
    expect(code).toBe(0);
    expect(rows).toHaveLength(6);
    for (const body of bodies) expect(body).not.toMatch(/Fridge|Kettle|Corvo|Zelda/);
    expect(bodies[0]).toContain('numbers with 1 decimal from 24.5 to 899');
  });
});
