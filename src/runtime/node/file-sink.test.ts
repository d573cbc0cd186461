import { lstat, mkdtemp, readdir, readFile, rm, symlink, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { openFileSink } from './file-sink.ts';

let folder: string;

beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'rowsmith-'));
});

afterEach(() => rm(folder, { recursive: true }));

function bytes(text: string): Uint8Array {
  return new TextEncoder().encode(text);
}

describe('a file sink', () => {
  it('writes all chunks in order', async () => {
    const sink = await openFileSink(join(folder, 'out.csv'));
    await sink.write(bytes('a,'));
    await sink.write(bytes('b'));
    await sink.close();
    expect(await readFile(join(folder, 'out.csv'), 'utf8')).toBe('a,b');
    expect(await readdir(folder)).toEqual(['out.csv']);
  });

  it('leaves the old file in place until the new one is whole', async () => {
    await writeFile(join(folder, 'out.csv'), 'old');
    const sink = await openFileSink(join(folder, 'out.csv'));
    await sink.write(bytes('new'));
    expect(await readFile(join(folder, 'out.csv'), 'utf8')).toBe('old');
    await sink.close();
    expect(await readFile(join(folder, 'out.csv'), 'utf8')).toBe('new');
  });

  it('leaves nothing behind when it is aborted', async () => {
    await writeFile(join(folder, 'out.csv'), 'old');
    const sink = await openFileSink(join(folder, 'out.csv'));
    await sink.write(bytes('new'));
    await sink.abort(new Error('stop'));
    expect(await readdir(folder)).toEqual(['out.csv']);
    expect(await readFile(join(folder, 'out.csv'), 'utf8')).toBe('old');
  });

  it('writes through a link', async () => {
    await writeFile(join(folder, 'real.csv'), 'old');
    await symlink(join(folder, 'real.csv'), join(folder, 'out.csv'));
    const sink = await openFileSink(join(folder, 'out.csv'));
    await sink.write(bytes('new'));
    await sink.close();
    expect((await lstat(join(folder, 'out.csv'))).isSymbolicLink()).toBe(true);
    expect(await readFile(join(folder, 'real.csv'), 'utf8')).toBe('new');
  });
});
