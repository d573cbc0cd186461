import { expect, it } from 'vitest';
import { createBlobSink } from './blob-sink.ts';

it('holds what was written, in its order, over the borders of parts', async () => {
  const sink = createBlobSink();
  const chunks = Array.from({ length: 40 }, (_, index) => new Uint8Array(300_000).fill(index));
  for (const chunk of chunks) await sink.write(chunk);
  await sink.close();
  const blob = sink.blob('text/csv');
  expect(blob.type).toBe('text/csv');
  expect(Buffer.concat(chunks).equals(Buffer.from(await blob.arrayBuffer()))).toBe(true);
});

it('is an empty file when nothing was written', async () => {
  const sink = createBlobSink();
  await sink.close();
  expect(sink.blob('text/csv').size).toBe(0);
});
