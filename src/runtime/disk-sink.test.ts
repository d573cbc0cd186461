import { expect, it } from 'vitest';
import { createCsvWriter } from '#core/export/csv-writer.ts';
import { exportRowsOf } from '#core/export/row-writer.contract.ts';
import { openDiskSink } from './disk-sink.ts';
import { createFakeFile, type FileFault } from './testing/fake-file.ts';

const rows = () =>
  exportRowsOf(
    ['text'],
    Array.from({ length: 3_000 }, (_, row) => [`row ${row} `.repeat(40)]),
  );

async function write(faults: FileFault = {}, signal?: AbortSignal) {
  const file = createFakeFile('rows.csv', faults);
  const written = (async () => createCsvWriter().write(rows(), await openDiskSink(file), signal))();
  return { file, written };
}

it('puts the whole file where the user wants it, and only at the end', async () => {
  const { file, written } = await write();
  const { sizeBytes } = await written;
  expect(sizeBytes).toBeGreaterThan(700_000);
  expect(file.text()).toHaveLength(sizeBytes);
  expect(file.text().split('\r\n')).toHaveLength(3_001);
  expect(file.streams).toBe('closed');
});

it.each([
  ['the place may not be written', { opens: 'NotAllowedError' }, 'none'],
  ['the disk is full halfway', { writes: 'QuotaExceededError' }, 'aborted'],
  ['the stream was closed by somebody else', { writes: 'TypeError' }, 'aborted'],
  ['the browser refuses the finished file', { closes: 'AbortError' }, 'aborted'],
] as const)('leaves the file as it was when %s', async (_, faults, streams) => {
  const { file, written } = await write(faults);
  await expect(written).rejects.toMatchObject({ name: Object.values(faults)[0] });
  expect(file.text()).toBe('');
  expect(file.streams).toBe(streams);
});

it('leaves the file as it was when it is cancelled halfway', async () => {
  const cancel = new AbortController();
  const { file, written } = await write({ onWrite: () => cancel.abort() }, cancel.signal);
  await expect(written).rejects.toMatchObject({ name: 'AbortError' });
  expect(file.text()).toBe('');
  expect(file.streams).toBe('aborted');
});

it('does not call a file done that is shorter than what was written', async () => {
  const { written } = await write({ isCut: true });
  await expect(written).rejects.toThrow(/The file should have [\d,]+ bytes and has 100/);
});
