// What one key costs the page: a wide design with a chart under its rows, keys typed into one of its
// fields, and the longest task of the main thread meanwhile, in time on the processor.
import type { Browser, Locator, Page } from '@playwright/test';
import { designSchema } from '#core/design/design-schema.ts';
import type { DatasetDesign } from '#core/design/design.ts';
import { number, table } from './columns.ts';

/** Twelve columns of numbers and words, one that a model writes, and a scatter chart. */
export function wideDesign(rows: number): DatasetDesign {
  const formula = { kind: 'formula', expression: 'size * 12 + weight' };
  return designSchema.parse({
    version: 1,
    rows,
    models: [{ alias: 'writer', provider: 'demo', model: 'demo' }],
    columns: [
      table('kind', ['desk', 'floor', 'wall']),
      table('maker', ['Avora', 'Belm', 'Corda', 'Dorn']),
      table('colour', ['black', 'brass', 'linen', 'oak']),
      number('size', 40, 80),
      number('weight', 1, 30),
      number('watts', 4, 60),
      number('stock', 0, 900),
      { id: 'price', name: 'price', type: 'decimal', fill: formula },
      { id: 'sold', name: 'sold', type: 'boolean', fill: { kind: 'boolean', probability: 0.3 } },
      {
        id: 'day',
        name: 'day',
        type: 'date',
        fill: { kind: 'datetime', start: '2026-01-01', end: '2027-01-01' },
      },
      { id: 'n', name: 'n', type: 'integer', fill: { kind: 'sequence' } },
      { id: 'praise', name: 'praise', type: 'text', fill: { kind: 'generated', call: 'praise' } },
    ],
    calls: [
      {
        id: 'praise',
        name: 'Praise',
        model: 'writer',
        messages: [{ role: 'user', content: 'Praise this {{ kind }} lamp by {{ maker }}' }],
      },
    ],
    charts: [{ id: 'c', kind: 'scatter', x: 'size', y: 'price', by: 'kind' }],
  });
}

const keys = 'standing tall and lo';
const pauseMs = 120;
/** What a key has begun has ended by then. */
const restMs = 800;

/** Milliseconds of the longest task of the page while twenty keys are typed into a field. */
export async function longestWhileTyping(
  browser: Browser,
  page: Page,
  field: Locator,
): Promise<number> {
  await field.focus();
  await page.keyboard.press('End');
  await page.waitForTimeout(restMs);
  const categories = ['devtools.timeline', 'disabled-by-default-devtools.timeline'];
  await browser.startTracing(page, { categories });
  await page.keyboard.type(keys, { delay: pauseMs });
  await page.waitForTimeout(restMs);
  return longestTask(await browser.stopTracing());
}

interface TraceEvent {
  readonly name: string;
  readonly pid: number;
  readonly tid: number;
  readonly tdur?: number;
  readonly args?: { readonly data?: { readonly type?: string } };
}

/** Time on the processor of the longest task on the thread that heard the keys. */
function longestTask(trace: Buffer): number {
  const { traceEvents } = JSON.parse(trace.toString()) as { traceEvents: readonly TraceEvent[] };
  const tasks = mainThread(traceEvents).filter(({ name }) => name === 'RunTask');
  return Math.max(0, ...tasks.map(({ tdur = 0 }) => tdur / 1_000));
}

function mainThread(events: readonly TraceEvent[]): readonly TraceEvent[] {
  const key = events.find(
    ({ name, args }) => name === 'EventDispatch' && args?.data?.type === 'keydown',
  );
  return events.filter(({ pid, tid }) => pid === key?.pid && tid === key.tid);
}
