/** A column with other parameters in some rows: one sampler for each row of its table and one for the rest. */
import { success, type Result } from '#core/base/result.ts';
import type { ConditionalRow } from '#core/design/conditional-params.ts';
import type { SampledFill } from '#core/design/fill.ts';
import { Refusal, type Draw } from '#core/engine/cell-draw.ts';
import { createRowViews } from '#core/engine/row-view.ts';
import { blockRows, type BlockKernel } from './block-kernel.ts';
import { createConditions } from './conditions.ts';
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
  const laws = parts.flatMap(({ law }) => law ?? []);
  const block =
    laws.length === parts.length
      ? lawBlock(laws, chosen, context)
      : drawBlock(parts, chosen, views.moveTo(0));
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

type Chosen = (row: number) => number | Refusal;

/** Where all parts are laws: rows that meet the same row of the table are drawn side by side. */
function lawBlock(
  laws: readonly ApplyLaw[],
  chosen: Chosen,
  { fillUniforms }: SampleContext,
): BlockKernel {
  const met = new Uint32Array(blockRows);
  const place = new Uint32Array(blockRows);
  const sorted = new Float64Array(blockRows);
  return {
    kind: 'numbers',
    fill(start, count, out) {
      const counts = new Uint32Array(laws.length);
      for (let index = 0; index < count; index += 1) {
        const part = chosen(start + index);
        if (part instanceof Refusal) return false;
        met[index] = part;
        counts[part] = (counts[part] ?? 0) + 1;
      }
      const next = startsOf(counts);
      fillUniforms(start, count, out);
      for (let index = 0; index < count; index += 1) {
        const part = met[index] ?? 0;
        const at = next[part] ?? 0;
        place[index] = at;
        sorted[at] = out[index] ?? 0;
        next[part] = at + 1;
      }
      laws.forEach((law, part) => {
        const from = part === 0 ? 0 : (next[part - 1] ?? 0);
        const to = next[part] ?? 0;
        if (to > from) law(sorted.subarray(from, to), to - from);
      });
      for (let index = 0; index < count; index += 1) out[index] = sorted[place[index] ?? 0] ?? 0;
      return true;
    },
  };
}

/** From how many there are of each to where the first of each stands. */
function startsOf(counts: Uint32Array): Uint32Array {
  let start = 0;
  return counts.map((count) => {
    start += count;
    return start - count;
  });
}

/** Where all parts are numbers that read nothing but the row. */
function drawBlock(
  parts: readonly Part[],
  chosen: Chosen,
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
