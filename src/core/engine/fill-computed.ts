/**
 * Fills everything that needs no model: sampled, source and derived columns, before the calls and
 * after them. One filler serves one design, plan and store; the store stays the caller's.
 */
import type { JsonValue } from '#core/base/json.ts';
import { createRandom, type RandomStream } from '#core/base/random.ts';
import type { Column, DatasetDesign } from '#core/design/design.ts';
import { fillGroup } from '#core/design/fill-group.ts';
import { narrowingsOf } from '#core/design/narrowing.ts';
import type { Scope } from '#core/expression/scope.ts';
import type { RowStore } from '#core/rows/row-store.ts';
import { keptStates, Refusal } from './cell-draw.ts';
import { createDerivation } from './derive/create-derivation.ts';
import { createTemplateBlock } from './derive/template-block.ts';
import { fillCells } from './fill-cells.ts';
import type { ColumnPlan } from './plan/column-order.ts';
import { readsOf } from './plan/reads.ts';
import { createRowViews } from './row-view.ts';
import { createCoupledUniforms } from './sample/coupled-uniforms.ts';
import { createSampledDraw } from './sample/create-sampled-draw.ts';
import { noLocales, type Locales } from './sample/load-locales.ts';
import type { Sampler } from './sample/sample-context.ts';

export interface Evaluation {
  /** Tentative values by column id, the overrides included. */
  readonly values: ReadonlyMap<string, JsonValue>;
  /** Reasons by column id of derived columns that failed or are skipped. */
  readonly refusals: ReadonlyMap<string, string>;
}

export interface Filler {
  /** All computed columns for rows [start, end) of the store. Cells that are edited or locked stay. */
  fillRange(start: number, end: number): void;
  /**
   * Everything computed that depends on these columns, for these rows, in order: what waits for a call
   * (empty until all its inputs are there) and what follows an edit. Generated cells stay as they are.
   * `from` is the id of a call, which stands for its columns, or a list of column ids.
   */
  deriveRows(from: string | readonly string[], rows: readonly number[]): void;
  /** What the row would hold if these cells (by column id) were so; stores nothing. */
  evaluateRow(row: number, overrides: ReadonlyMap<string, JsonValue>): Evaluation;
  /** The row by column name, for templates, prompts and rules. Reads the store at the moment of asking. */
  scopeOf(row: number, overrides?: ReadonlyMap<string, JsonValue>): Scope;
}

export interface FillerParts {
  readonly plan: ColumnPlan;
  /** Has a column for every column of the design. */
  readonly store: RowStore;
  /** What person and faker columns need. */
  readonly locales?: Locales;
}

export function createFiller(
  design: DatasetDesign,
  { plan, store, locales = noLocales }: FillerParts,
): Filler {
  const views = createRowViews(design, store);
  const samplers = createSamplers(design, store, locales);
  const dependants = createDependants(design, plan);
  const samplerOf = (columnId: string): Sampler =>
    samplers.get(columnId) ?? { draw: () => new Refusal('empty') };
  return {
    fillRange(start, end) {
      const last = Math.min(end, store.rowCount);
      for (const id of plan.computed)
        fillCells(store.column(id), samplerOf(id), { start, end: last, views });
    },
    deriveRows(from, rows) {
      const call = plan.calls.find(({ callId }) => callId === from);
      const changed = typeof from === 'string' ? (call?.columnIds ?? []) : from;
      for (const id of dependants(changed))
        for (const row of rows)
          fillCells(store.column(id), samplerOf(id), { start: row, end: row + 1, views });
    },
    evaluateRow(row, overrides) {
      const values = new Map(overrides);
      const refusals = new Map<string, Refusal>();
      const view = views.of(row, values, refusals);
      for (const id of dependants([...overrides.keys()])) {
        if (overrides.has(id) || keptStates.has(store.state(id, row))) continue;
        const drawn = samplerOf(id).draw(row, view);
        if (drawn instanceof Refusal) refusals.set(id, drawn);
        else values.set(id, drawn);
      }
      return { values, refusals: reasonsOf(refusals) };
    },
    scopeOf: (row, overrides) => views.of(row, overrides).scope,
  };
}

function createSamplers(
  design: DatasetDesign,
  store: RowStore,
  locales: Locales,
): ReadonlyMap<string, Sampler> {
  const random = createRandom(design.seed);
  const coupled = createCoupledUniforms(design, { random, store });
  const narrowings = narrowingsOf(design).columns;
  return new Map(
    design.columns.map((column) => [
      column.id,
      fillGroup(column.fill.kind) === 'derived'
        ? derivedSampler(column, { design, store, random })
        : createSampledDraw(column, { design, store, random, locales, narrowings, coupled }),
    ]),
  );
}

function derivedSampler(
  column: Column,
  parts: {
    readonly design: DatasetDesign;
    readonly store: RowStore;
    readonly random: RandomStream;
  },
): Sampler {
  return { draw: createDerivation(column, parts), block: createTemplateBlock(column, parts) };
}

/** The computed columns that read any of the given ones, directly or through each other, in order. */
function createDependants(
  design: DatasetDesign,
  plan: ColumnPlan,
): (changed: readonly string[]) => readonly string[] {
  const reads = readsOf(design);
  const computed = new Set([...plan.computed, ...plan.afterCalls.map(({ columnId }) => columnId)]);
  const known = new Map<string, readonly string[]>();
  const find = (changed: readonly string[]): readonly string[] => {
    const moved = new Set(changed);
    return plan.order.filter((id) => {
      if (!computed.has(id) || moved.has(id)) return false;
      const follows = [...(reads.get(id) ?? [])].some((read) => moved.has(read));
      if (follows) moved.add(id);
      return follows;
    });
  };
  return (changed) => {
    const key = JSON.stringify(changed);
    const found = known.get(key) ?? find(changed);
    known.set(key, found);
    return found;
  };
}

function reasonsOf(refusals: ReadonlyMap<string, Refusal>): ReadonlyMap<string, string> {
  return new Map(
    [...refusals].flatMap(([id, { state, reason }]) =>
      state === 'empty' ? [] : [[id, reason ?? ''] as const],
    ),
  );
}
