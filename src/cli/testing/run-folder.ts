/** A folder with a design in it, and the command line run there. */
import { mkdtemp, readdir, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { onTestFinished } from 'vitest';
import { carryOutCommandLine } from '#cli/command-line.ts';
import { shopDesign } from './shop-design.ts';
import { createTestHost } from './test-host.ts';
import { startTestProvider, type TestAnswer, type TestProvider } from './test-provider.ts';

export interface RunFolder {
  readonly path: (name: string) => string;
  /** `run shop.json` with these words; the exit code. */
  readonly run: (
    words: readonly string[],
    host?: ReturnType<typeof createTestHost>,
  ) => Promise<number>;
  /** Files in it, sorted. */
  readonly files: () => Promise<readonly string[]>;
  readonly textIn: (name: string) => Promise<string>;
  /** The rows of a JSONL file. */
  readonly rowsIn: (name: string) => Promise<Record<string, unknown>[]>;
  /** Puts another design in place of the lamp shop of six rows. */
  readonly write: (text: string, name?: string) => Promise<void>;
  /** A provider on a free port until the test is over; `served` are the words that lead to it. */
  readonly serve: (answer?: (number: number) => TestAnswer) => Promise<TestProvider>;
  readonly served: (...words: string[]) => string[];
}

/** Belongs to the test that asks for it, and goes with it. */
export async function createRunFolder(): Promise<RunFolder> {
  const folder = await mkdtemp(join(tmpdir(), 'rowsmith-'));
  let provider: TestProvider | undefined;
  onTestFinished(() => rm(folder, { recursive: true }));
  const path = (name: string): string => join(folder, name);
  const textIn = (name: string): Promise<string> => readFile(path(name), 'utf8');
  const write = (text: string, name = 'shop.json'): Promise<void> => writeFile(path(name), text);
  await write(shopDesign());
  return {
    path,
    run: (words, host = createTestHost()) =>
      carryOutCommandLine(['run', path('shop.json'), ...words], host),
    files: () => readdir(folder),
    textIn,
    rowsIn: async (name) =>
      (await textIn(name))
        .split('\n')
        .filter((line) => line !== '')
        .map((line) => JSON.parse(line) as Record<string, unknown>),
    write,
    serve: async (answer) => {
      const started = await startTestProvider(answer);
      provider = started;
      onTestFinished(() => started.close());
      return started;
    },
    served: (...words) => [
      ...['--out', path('out.jsonl'), '--base-url', provider?.baseUrl ?? ''],
      ...['--model', 'm', '--concurrency', '1', ...words],
    ],
  };
}
