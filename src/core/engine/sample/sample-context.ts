/** What a sampler is made from. */
import type { RandomStream } from '#core/base/random.ts';
import type { Result } from '#core/base/result.ts';
import type { Column, DatasetDesign } from '#core/design/design.ts';
import type { FillKind, FillOf } from '#core/design/fill.ts';
import type { RowStore } from '#core/rows/row-store.ts';
import type { Draw } from '#core/engine/cell-draw.ts';

export interface SampleContext {
  readonly design: DatasetDesign;
  readonly column: Column;
  /** The stream of the design's seed; `columnRandom` is its fork for this column. */
  readonly random: RandomStream;
  readonly columnRandom: RandomStream;
  /** Read only by samplers that depend on other columns. */
  readonly store: RowStore;
}

/** Checks the parameters once: the failure is the reason that every cell of the column gets. */
export type CreateDraw<Kind extends FillKind> = (
  fill: FillOf<Kind>,
  context: SampleContext,
) => Result<Draw, string>;
