/** The registry of samplers: which function draws for which fill. */
import { success, type Result } from '#core/base/result.ts';
import type { Column, DatasetDesign } from '#core/design/design.ts';
import { Refusal, type Draw } from '#core/engine/cell-draw.ts';
import { createGate } from '#core/engine/gate.ts';
import type { RandomStream } from '#core/base/random.ts';
import type { RowStore } from '#core/rows/row-store.ts';
import { createBooleanDraw } from './boolean-sampler.ts';
import { createCategoryDraw } from './category-sampler.ts';
import { createDatetimeDraw } from './datetime-sampler.ts';
import { createNumberDraw } from './number-sampler.ts';
import { createShotsDraw } from '#core/engine/sources/shots-sampler.ts';
import { createJointDraw } from './joint-sampler.ts';
import type { SampleContext } from './sample-context.ts';
import { createSequenceDraw } from './sequence-sampler.ts';
import { createSourceDraw } from './source-sampler.ts';
import { createSubcategoryDraw } from './subcategory-sampler.ts';
import { createUuidDraw } from './uuid-sampler.ts';

export interface SamplerContext {
  readonly design: DatasetDesign;
  /** Read only by samplers that depend on other columns. */
  readonly store: RowStore;
  /** `createRandom(design.seed)`; the sampler forks it by column id. */
  readonly random: RandomStream;
}

/**
 * The draw of a sampled or source column, with its skip rule and its share of nulls. Each value depends
 * on the seed, the column and the row alone, and for a subcategory on the parent's values; rows may be
 * drawn in any order, fastest ascending. Never throws for bad parameters: the cells then fail with the
 * reason. Columns that are neither give empty cells.
 */
export function createSampledDraw(column: Column, { design, store, random }: SamplerContext): Draw {
  const columnRandom = random.fork(column.id);
  const context: SampleContext = { design, column, store, random, columnRandom };
  const drawn = drawOf(context);
  const draw: Draw = drawn.ok ? drawn.value : () => new Refusal('failed', drawn.error);
  return createGate({ design, column, random: columnRandom }, draw);
}

function drawOf(context: SampleContext): Result<Draw, string> {
  const { fill } = context.column;
  switch (fill.kind) {
    case 'category':
      return createJointDraw(context) ?? createCategoryDraw(fill, context);
    case 'subcategory':
      return createSubcategoryDraw(fill, context);
    case 'number':
      return createNumberDraw(fill, context);
    case 'boolean':
      return createBooleanDraw(fill, context);
    case 'datetime':
      return createDatetimeDraw(fill, context);
    case 'uuid':
      return createUuidDraw(fill, context);
    case 'sequence':
      return createSequenceDraw(fill, context);
    case 'source':
      return createSourceDraw(fill, context);
    case 'shots':
      return createShotsDraw(fill, context);
    default:
      return success(() => new Refusal('empty'));
  }
}
