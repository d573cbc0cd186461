import { mkdtemp, readdir, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { carryOutCommandLine } from '#cli/command-line.ts';
import { createTestHost } from '#cli/testing/test-host.ts';
import { startTestProvider } from '#cli/testing/test-provider.ts';
import { conformanceFolder, skipReason } from './oumi-vectors.ts';

const timeoutMs = 60_000;
const isAbsent = conformanceFolder === undefined;
const examples = join(conformanceFolder ?? '', 'oumi-examples');
const names = isAbsent ? [] : (await readdir(examples)).filter((name) => name.endsWith('.yaml'));

let folder: string;
beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'rowsmith-'));
});
afterEach(() => rm(folder, { recursive: true }));

async function run(name: string, ...more: readonly string[]): Promise<readonly string[]> {
  const out = join(folder, 'rows.jsonl');
  const host = createTestHost();
  const attached = `alpaca_format.jsonl=${join(examples, 'alpaca_format.jsonl')}`;
  const code = await carryOutCommandLine(
    ['run', join(examples, name), '--out', out, '--rows', '2', '--attach', attached, ...more],
    host,
  );
  expect({ code, errors: host.errors() }).toMatchObject({ code: 0 });
  return (await readFile(out, 'utf8')).trim().split('\n');
}

describe.skipIf(isAbsent)(`shipped examples run (else skipped: ${skipReason})`, () => {
  it.for(names)('%s on the demo model', { timeout: timeoutMs }, async (name) => {
    expect(await run(name, '--provider', 'demo')).toHaveLength(2);
  });

  it.for(names)('%s over HTTP', { timeout: timeoutMs }, async (name) => {
    const provider = await startTestProvider(() => ({ kind: 'rows' }));
    const rows = await run(name, '--base-url', provider.baseUrl, '--model', 'm');
    await provider.close();
    expect(rows).toHaveLength(2);
    expect(provider.requests.length).toBeGreaterThanOrEqual(2);
  });
});
