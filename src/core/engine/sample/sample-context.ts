/** What a sampler is made from. */
import type { RandomStream } from '#core/base/random.ts';
import type { Result } from '#core/base/result.ts';
import type { Column, DatasetDesign } from '#core/design/design.ts';
import type { FillKind, FillOf } from '#core/design/fill.ts';
import type { Narrowing } from '#core/design/narrowing.ts';
import type { RowStore } from '#core/rows/row-store.ts';
import type { Draw } from '#core/engine/cell-draw.ts';
import type { BlockKernel } from './block-kernel.ts';
import type { Uniform } from './coupled-uniforms.ts';
import type { Locales } from './load-locales.ts';
import type { ApplyLaw } from './step-table.ts';

export interface SampleContext {
  readonly design: DatasetDesign;
  readonly column: Column;
  /** The stream of the design's seed; `columnRandom` is its fork for this column. */
  readonly random: RandomStream;
  readonly columnRandom: RandomStream;
  /** The row's one number: the column's own, or one that goes along with other columns. */
  readonly uniform: Uniform;
  /** Writes `uniform` of stored rows [start, start + count) to the front of `out`; the fast way for many rows. */
  readonly fillUniforms: (start: number, count: number, out: Float64Array) => void;
  /** What must-rules leave of the column, where any speaks of its order. */
  readonly narrowing: Narrowing | undefined;
  /** Read only by samplers that depend on other columns. */
  readonly store: RowStore;
  readonly locales: Locales;
}

export interface Sampler {
  readonly draw: Draw;
  /** The same values for many rows at once, where there is a faster way to them. */
  readonly block?: BlockKernel | undefined;
  /** Makes the values of rows from their `uniform` alone, where nothing else of a row counts. */
  readonly law?: ApplyLaw | undefined;
}

/** As `CreateSampler`, for fills that have no faster way than cell by cell. */
export type CreateDraw<Kind extends FillKind> = (
  fill: FillOf<Kind>,
  context: SampleContext,
) => Result<Draw, string>;

/** Checks the parameters once: the failure is the reason that every cell of the column gets. */
export type CreateSampler<Kind extends FillKind> = (
  fill: FillOf<Kind>,
  context: SampleContext,
) => Result<Sampler, string>;
