import { describe, expect, it } from 'vitest';
import { createFakeClock } from '#core/base/fake-clock.ts';
import type { DatasetDesign } from '#core/design/design.ts';
import { createDataset } from '#core/engine/dataset.ts';
import { toDatasetPort } from '#core/engine/dataset-port-adapter.ts';
import { run } from '#core/engine/run.ts';
import type { RunEnd } from '#core/engine/run-event.ts';
import { loadLocales } from '#core/engine/sample/load-locales.ts';
import { createFakeJournal } from '#core/engine/testing/fake-journal.ts';
import { createDemoModel } from '#core/llm/demo/demo-model.ts';
import { loadGallery } from './load-gallery.ts';

/** How a run of the first rows on the demo model ends. */
async function endOf(design: DatasetDesign, rowCount: number): Promise<RunEnd | undefined> {
  const created = createDataset(design, await loadLocales(design));
  if (!created.ok) throw new Error(created.error[0]?.message);
  const clock = createFakeClock();
  const model = createDemoModel({ clock });
  let requests = 0;
  const host = {
    dataset: toDatasetPort(created.value),
    journal: createFakeJournal(),
    clock,
    jitter: () => 0.5,
    createRequestId: () => `r${(requests += 1)}`,
    resolveModel: () => ({ model, modelName: '', parameters: {}, concurrency: 1 }),
  };
  const options = { runId: 'run', rowCount, maxAttemptsPerRow: 5 };
  let end: RunEnd | undefined;
  const reading = (async () => {
    for await (const event of run(host, options, new AbortController().signal))
      if (event.kind === 'run-ended') end = event.end;
  })();
  await clock.runUntil(reading);
  return end;
}

describe('the designs of the gallery', async () => {
  const written = (await loadGallery()).filter(({ needsNoKey }) => !needsNoKey);
  const onDemo = written.filter(({ needsModel }) => needsModel === undefined);

  it.each(onDemo.map(({ id, design }) => [id, design] as const))(
    '%s names the demo model and runs on it',
    async (_, design) => {
      expect(new Set(design.models.map(({ provider }) => provider))).toEqual(new Set(['demo']));
      expect(await endOf(design, 3)).toEqual({ kind: 'complete' });
    },
  );

  it('say so where the demo model is not enough, and only there', async () => {
    for (const { design, needsModel = '' } of written.filter((entry) => !onDemo.includes(entry))) {
      expect(needsModel).toContain('real model');
      expect(await endOf(design, 3)).not.toEqual({ kind: 'complete' });
    }
  });
});
