import { afterEach, describe, expect, it, vi } from 'vitest';
import { createDesign } from '#core/design/defaults.ts';
import { columnSchema } from '#core/design/design-schema.ts';
import { createEvaluatorService } from '#runtime/evaluator-service.ts';
import type { EvaluatorMethods } from '#runtime/evaluator-protocol.ts';
import { createFakeFile, type FakeFile, type FileFault } from '#runtime/testing/fake-file.ts';
import { createImpatientClock } from '#runtime/testing/impatient-clock.ts';
import { canPickPlace, pickPlace } from './disk-place.ts';
import { defaultOptions, exportRequest } from './export-options.ts';
import { saveToDisk } from './save-to-disk.ts';

const design = createDesign({
  name: 'Lamps',
  rows: 9_000,
  columns: ['a', 'b'].map((id) => columnSchema.parse({ id, name: id, fill: { kind: 'uuid' } })),
});
const options = { ...defaultOptions(design), split: 'train-test' as const };

async function openEvaluator(): Promise<EvaluatorMethods> {
  const evaluator = createEvaluatorService({
    clock: createImpatientClock(),
    onChange: () => undefined,
  });

  await evaluator.open({ design, keepRows: false, marks: { cells: {}, excluded: [] } });
  return evaluator;
}

const named = (name: string): Error => new DOMException('The browser says no.', name);

/** A browser whose user picks a folder with these files in it, or the one file. */
function stubPickers(given: Readonly<Record<string, FileFault>>, there: readonly string[] = []) {
  const files = new Map<string, FakeFile>(there.map((name) => [name, createFakeFile(name)]));
  const open = (name: string): FakeFile => {
    const file = files.get(name) ?? createFakeFile(name, given[name]);
    files.set(name, file);
    return file;
  };
  vi.stubGlobal('showSaveFilePicker', async ({ suggestedName }: { suggestedName: string }) =>
    open(suggestedName),
  );
  vi.stubGlobal('showDirectoryPicker', async () => ({
    getFileHandle: async (name: string, { create = false } = {}) => {
      if (!create && !files.has(name)) throw named('NotFoundError');
      return open(name);
    },
    removeEntry: async (name: string) => void files.delete(name),
  }));
  return files;
}

async function save(names: readonly string[], signal = new AbortController().signal) {
  const place = await pickPlace(names, 'application/jsonl');
  const told: number[] = [];
  const requests = names.map((_, index) =>
    exportRequest(names.length === 1 ? { ...options, split: 'none' } : options, { index }),
  );
  if (place === undefined) throw new Error('No place was picked.');
  const rows = await saveToDisk({
    evaluator: await openEvaluator(),
    place,
    requests,
    signal,
    onProgress: ({ done, total }) => {
      told.push(done);
      expect(done).toBeLessThanOrEqual(total);
    },
  });
  return { rows, told };
}

afterEach(() => {
  vi.unstubAllGlobals();
});

describe('saveToDisk', () => {
  it('writes all rows to the file that was picked and tells how far it is', async () => {
    const files = stubPickers({});
    const { rows, told } = await save(['Lamps.jsonl']);
    expect(rows).toBe(9_000);
    expect(files.get('Lamps.jsonl')?.text().split('\n')).toHaveLength(9_001);
    expect(told.length).toBeGreaterThan(1);
    expect(told).toEqual(told.toSorted((a, b) => a - b));
  });

  it('writes every part into the folder that was picked', async () => {
    const files = stubPickers({});
    const { rows } = await save(['Lamps-train.jsonl', 'Lamps-test.jsonl']);
    expect(rows).toBe(9_000);
    const lines = [...files.values()].map((file) => file.text().split('\n').length - 1);
    expect(lines).toEqual([7_200, 1_800]);
  });

  it.each([
    [{ opens: 'NotAllowedError' }, /may not write Lamps\.jsonl/],
    [{ opens: 'NotFoundError' }, /Lamps\.jsonl or its folder is gone/],
    [{ opens: 'NoModificationAllowedError' }, /in use by another tab/],
    [{ writes: 'QuotaExceededError' }, /^The disk is full, so nothing was kept of Lamps\.jsonl/],
    [{ closes: 'InvalidStateError' }, /changed by somebody else meanwhile/],
    [{ closes: 'AbortError' }, /refused the finished file/],
    [{ writes: 'TypeError' }, /The browser says no/],
  ] as const)('says what is wrong and leaves no empty file: %o', async (fault, message) => {
    const files = stubPickers({ 'Lamps.jsonl': fault });
    await expect(save(['Lamps.jsonl'])).rejects.toThrow(message);
    expect(files.get('Lamps.jsonl')).toMatchObject({ isRemoved: true });
  });

  it('takes the first part away when the second fails', async () => {
    const files = stubPickers({ 'Lamps-test.jsonl': { closes: 'QuotaExceededError' } });
    await expect(save(['Lamps-train.jsonl', 'Lamps-test.jsonl'])).rejects.toThrow(
      /kept of Lamps-test\.jsonl/,
    );
    expect([...files.keys()]).toEqual([]);
  });

  it('stops when it is cancelled and leaves nothing', async () => {
    const cancel = new AbortController();
    const files = stubPickers({ 'Lamps.jsonl': { onWrite: () => cancel.abort() } });
    await expect(save(['Lamps.jsonl'], cancel.signal)).rejects.toMatchObject({
      name: 'AbortError',
    });
    expect(files.get('Lamps.jsonl')).toMatchObject({ isRemoved: true, streams: 'aborted' });
  });
});

describe('pickPlace', () => {
  it('is nothing when the user picks none', async () => {
    vi.stubGlobal('showSaveFilePicker', () => Promise.reject(named('AbortError')));
    expect(await pickPlace(['a.csv'], 'text/csv')).toBeUndefined();
  });

  it('writes over no file that is already in the folder', async () => {
    stubPickers({}, ['b.csv']);
    await expect(pickPlace(['a.csv', 'b.csv'], 'text/csv')).rejects.toThrow(
      'b.csv is already in that folder.',
    );
  });

  it('is known to be impossible where the browser has no picker', () => {
    expect([canPickPlace(1), canPickPlace(2)]).toEqual([false, false]);
    vi.stubGlobal('showSaveFilePicker', () => undefined);
    expect([canPickPlace(1), canPickPlace(2)]).toEqual([true, false]);
  });
});
