/** A column with other parameters in some rows: one sampler for each row of its table and one for the rest. */
import { success, type Result } from '#core/base/result.ts';
import type { ConditionalRow } from '#core/design/conditional-params.ts';
import type { SampledFill } from '#core/design/fill.ts';
import { Refusal, type Draw } from '#core/engine/cell-draw.ts';
import { createRowViews } from '#core/engine/row-view.ts';
import type { BlockKernel } from './block-kernel.ts';
import { createConditions } from './conditions.ts';
import { createRank } from './rank.ts';
import type { SampleContext, Sampler } from './sample-context.ts';

type Create = (fill: SampledFill, context: SampleContext) => Result<Sampler, string>;

/**
 * Numbers take the row's one uniform number whichever row of the table they meet, so changing one row
 * leaves the others. Tables count the rows that met them, so their shares hold among those rows. A
 * table row with bad parameters fails the cells that meet it, not the others.
 */
export function createConditionalSampler(
  { fill, rows }: { readonly fill: SampledFill; readonly rows: readonly ConditionalRow[] },
  context: SampleContext,
  create: Create,
): Result<Sampler, string> {
  const conditions = createConditions(context.design, rows, context.store);
  const views = createRowViews(context.design, context.store);
  const chosen = (row: number): number | Refusal => conditions.ofStored(row, views.moveTo(row));
  const rank = createRank((row) => {
    const index = chosen(row);
    return index instanceof Refusal ? undefined : String(index);
  });
  const parts = [...rows.map((row) => row.fill), fill].map((variant, index) =>
    createPart(variant, index, { context, create }),
  );
  const draw: Draw = (row, view) => {
    const index = conditions.of(view);
    if (index instanceof Refusal) return index;
    const part = parts[index];
    if (part === undefined) return new Refusal('empty');
    return part.countsRows ? part.draw(rank(row, String(index)), view) : part.draw(row, view);
  };
  return success({ draw, block: blockOf(parts, chosen, views.moveTo(0)) });
}

interface Part {
  readonly draw: Draw;
  /** Drawn by how many rows came before that meet the same row of the table. */
  readonly countsRows: boolean;
  readonly isNumber: boolean;
}

function createPart(
  fill: SampledFill,
  index: number,
  { context, create }: { readonly context: SampleContext; readonly create: Create },
): Part {
  const countsRows = fill.kind === 'category' || fill.kind === 'boolean';
  const columnRandom = countsRows
    ? context.columnRandom.fork(`when ${index}`)
    : context.columnRandom;
  const sampler = create(fill, { ...context, columnRandom });
  if (!sampler.ok) {
    const refusal = new Refusal('failed', sampler.error);
    return { draw: () => refusal, countsRows: false, isNumber: false };
  }
  const isNumber = sampler.value.block?.kind === 'numbers' || fill.kind === 'sequence';
  return { draw: sampler.value.draw, countsRows, isNumber };
}

/** Where all parts are numbers that read nothing but the row. */
function blockOf(
  parts: readonly Part[],
  chosen: (row: number) => number | Refusal,
  view: Parameters<Draw>[1],
): BlockKernel | undefined {
  if (!parts.every(({ isNumber }) => isNumber)) return undefined;
  return {
    kind: 'numbers',
    fill(start, count, out) {
      for (let index = 0; index < count; index += 1) {
        const part = chosen(start + index);
        const value = part instanceof Refusal ? part : parts[part]?.draw(start + index, view);
        if (typeof value !== 'number') return false;
        out[index] = value;
      }
      return true;
    },
  };
}
