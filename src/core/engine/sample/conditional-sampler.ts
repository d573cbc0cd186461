/** A column with other parameters in some rows: one sampler for each row of its table and one for the rest. */
import { success, type Result } from '#core/base/result.ts';
import type { ConditionalRow } from '#core/design/conditional-params.ts';
import type { SampledFill } from '#core/design/fill.ts';
import { Refusal, type Draw, type RowView } from '#core/engine/cell-draw.ts';
import { createRowViews } from '#core/engine/row-view.ts';
import { blockRows, type BlockKernel } from './block-kernel.ts';
import { createConditions, type Conditions } from './conditions.ts';
import { createRank } from './rank.ts';
import type { SampleContext, Sampler } from './sample-context.ts';
import type { ApplyLaw } from './step-table.ts';

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
  const rank = createRank((row) => {
    const index = conditions.ofStored(row);
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
  const laws = parts.flatMap(({ law }) => law ?? []);
  const block =
    laws.length === parts.length
      ? lawBlock(laws, conditions, context)
      : drawBlock(parts, conditions, createRowViews(context.design, context.store).moveTo(0));
  return success({ draw, block });
}

interface Part {
  readonly draw: Draw;
  /** Drawn by how many rows came before that meet the same row of the table. */
  readonly countsRows: boolean;
  readonly isNumber: boolean;
  readonly law: ApplyLaw | undefined;
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
    return { draw: () => refusal, countsRows: false, isNumber: false, law: undefined };
  }
  const { draw, block, law } = sampler.value;
  const isNumber = block?.kind === 'numbers' || fill.kind === 'sequence';
  return { draw, countsRows, isNumber, law };
}

/** Scratch of this thread: the row of the table that each row of a block meets. */
const met = new Int32Array(blockRows);
/** Where the number of each row stands while those of one law are side by side. */
const places = new Int32Array(blockRows);
const sorted = new Float64Array(blockRows);

/** Where all parts are laws: rows that meet the same row of the table are drawn side by side. */
function lawBlock(
  laws: readonly ApplyLaw[],
  conditions: Conditions,
  { fillUniforms }: SampleContext,
): BlockKernel {
  return {
    kind: 'numbers',
    fill(start, count, out) {
      if (!conditions.ofRows(start, count, met)) return false;
      const next = startsOf(laws.length, count);
      fillUniforms(start, count, out);
      for (let index = 0; index < count; index += 1) {
        const part = met[index] ?? 0;
        const place = next[part] ?? 0;
        places[index] = place;
        sorted[place] = out[index] ?? 0;
        next[part] = place + 1;
      }
      let from = 0;
      for (const [part, law] of laws.entries()) {
        const to = next[part] ?? from;
        if (to > from) law(sorted.subarray(from, to), to - from);
        from = to;
      }
      for (let index = 0; index < count; index += 1) out[index] = sorted[places[index] ?? 0] ?? 0;
      return true;
    },
  };
}

/** By row of the table: where the first of the `count` rows that meet it stands once they are side by side. */
function startsOf(parts: number, count: number): Int32Array {
  const starts = new Int32Array(parts + 1);
  for (let index = 0; index < count; index += 1) {
    const after = (met[index] ?? 0) + 1;
    starts[after] = (starts[after] ?? 0) + 1;
  }
  for (let part = 1; part < parts; part += 1)
    starts[part] = (starts[part] ?? 0) + (starts[part - 1] ?? 0);
  return starts;
}

/** Where all parts are numbers that read nothing but the row. */
function drawBlock(
  parts: readonly Part[],
  conditions: Conditions,
  view: RowView,
): BlockKernel | undefined {
  if (!parts.every(({ isNumber }) => isNumber)) return undefined;
  return {
    kind: 'numbers',
    fill(start, count, out) {
      if (!conditions.ofRows(start, count, met)) return false;
      for (let index = 0; index < count; index += 1) {
        const value = parts[met[index] ?? 0]?.draw(start + index, view);
        if (typeof value !== 'number') return false;
        out[index] = value;
      }
      return true;
    },
  };
}
