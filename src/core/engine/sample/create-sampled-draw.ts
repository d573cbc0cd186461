/** The registry of samplers: which function draws for which fill. */
import { success, type Result } from '#core/base/result.ts';
import type { RandomStream } from '#core/base/random.ts';
import type { Column, DatasetDesign } from '#core/design/design.ts';
import { fillGroup } from '#core/design/fill-group.ts';
import type { Fill, SampledFill } from '#core/design/fill.ts';
import { Refusal, type Draw } from '#core/engine/cell-draw.ts';
import { createGate } from '#core/engine/gate.ts';
import type { Narrowing } from '#core/design/narrowing.ts';
import type { RowStore } from '#core/rows/row-store.ts';
import { createJointDraw } from './joint-sampler.ts';
import { createShotsDraw } from '#core/engine/sources/shots-sampler.ts';
import { createBooleanSampler } from './boolean-sampler.ts';
import { createCategorySampler } from './category-sampler.ts';
import { createConditionalSampler } from './conditional-sampler.ts';
import { createConstantSampler } from './constant-sampler.ts';
import { convertDraw } from './convert-value.ts';
import type { Uniform } from './coupled-uniforms.ts';
import { createDatetimeSampler } from './datetime-sampler.ts';
import { createFakerDraw } from './faker-sampler.ts';
import type { Locales } from './load-locales.ts';
import { createNumberSampler } from './number-sampler.ts';
import { createPatternSampler } from './pattern-sampler.ts';
import { createPersonSampler } from './person-sampler.ts';
import type { SampleContext, Sampler } from './sample-context.ts';
import { createSequenceSampler } from './sequence-sampler.ts';
import { createSeriesSampler } from './series-sampler.ts';
import { createSourceDraw } from './source-sampler.ts';
import { createSubcategorySampler } from './subcategory-sampler.ts';
import { createTextsSampler } from './texts-sampler.ts';
import { createTimedeltaDraw } from './timedelta-sampler.ts';
import { createUuidSampler } from './uuid-sampler.ts';

export interface SamplerContext {
  readonly design: DatasetDesign;
  /** Read only by samplers that depend on other columns. */
  readonly store: RowStore;
  /** `createRandom(design.seed)`; the sampler forks it by column id. */
  readonly random: RandomStream;
  /** What person and faker columns need; their cells fail without. */
  readonly locales: Locales;
  /** `narrowingsOf(design).columns` */
  readonly narrowings: ReadonlyMap<string, Narrowing>;
  /** `createCoupledUniforms(design, { random, store })` */
  readonly coupled: ReadonlyMap<string, Uniform>;
}

/**
 * The sampler of a sampled or source column, with its skip rule and its share of nulls. Each value depends
 * on the seed, the column and the row alone, and on the values of the columns it reads; rows may be
 * drawn in any order, fastest ascending. Never throws for bad parameters: the cells then fail with the
 * reason. Columns that are neither give empty cells.
 */
export function createSampledDraw(column: Column, parts: SamplerContext): Sampler {
  const columnRandom = parts.random.fork(column.id);
  const uniforms = uniformsOf(parts.coupled.get(column.id), columnRandom);
  const narrowing = parts.narrowings.get(column.id);
  const context: SampleContext = { ...parts, column, columnRandom, ...uniforms, narrowing };
  const created = samplerOf(context);
  const sampler = created.ok ? created.value : refuseAll(created.error);
  const { convertTo } = column;
  const converted = convertTo === undefined ? sampler.draw : convertDraw(sampler.draw, convertTo);
  const draw = createGate({ design: parts.design, column, random: columnRandom }, converted);
  return draw === sampler.draw ? sampler : { draw };
}

/** The column's own numbers, or those that go along with other columns. */
function uniformsOf(
  coupled: Uniform | undefined,
  columnRandom: RandomStream,
): Pick<SampleContext, 'uniform' | 'fillUniforms'> {
  if (coupled === undefined)
    return { uniform: (row) => columnRandom.float(row, 0), fillUniforms: columnRandom.fillFloats };
  return {
    uniform: coupled,
    fillUniforms(start, count, out) {
      for (let index = 0; index < count; index += 1) out[index] = coupled(start + index);
    },
  };
}

function refuseAll(reason: string): Sampler {
  const refusal = new Refusal('failed', reason);
  return { draw: () => refusal };
}

function samplerOf(context: SampleContext): Result<Sampler, string> {
  const { fill, conditionalParams: rows = [] } = context.column;
  if (rows.length === 0 || !isSampled(fill)) return createSampler(fill, context);
  return createConditionalSampler({ fill, rows }, context, createSampler);
}

function isSampled(fill: Fill): fill is SampledFill {
  return fillGroup(fill.kind) === 'sampled';
}

function createSampler(fill: Fill, context: SampleContext): Result<Sampler, string> {
  switch (fill.kind) {
    case 'category': {
      const joint = createJointDraw(context);
      return joint === undefined ? createCategorySampler(fill, context) : drawOnly(joint);
    }
    case 'subcategory':
      return createSubcategorySampler(fill, context);
    case 'number':
      return createNumberSampler(fill, context);
    case 'boolean':
      return createBooleanSampler(fill, context);
    case 'datetime':
      return createDatetimeSampler(fill, context);
    case 'uuid':
      return createUuidSampler(fill, context);
    case 'sequence':
      return createSequenceSampler(fill, context);
    case 'source':
      return drawOnly(createSourceDraw(fill, context));
    case 'shots':
      return drawOnly(createShotsDraw(fill, context));
    case 'timedelta':
      return drawOnly(createTimedeltaDraw(fill, context));
    case 'person':
      return createPersonSampler(fill, context);
    case 'faker':
      return drawOnly(createFakerDraw(fill, context));
    case 'pattern':
      return createPatternSampler(fill, context);
    case 'constant':
      return createConstantSampler(fill, context);
    case 'texts':
      return createTextsSampler(fill, context);
    case 'series':
      return createSeriesSampler(fill, context);
    default:
      return success({ draw: () => new Refusal('empty') });
  }
}

/** A sampler that has no faster way than cell by cell. */
function drawOnly(draw: Result<Draw, string>): Result<Sampler, string> {
  return draw.ok ? success({ draw: draw.value }) : draw;
}
