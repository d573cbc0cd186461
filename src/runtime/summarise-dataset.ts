/** Everything a screen says about the rows at once: counts, profiles, measures. */
import type { Clock } from '#core/base/clock.ts';
import { profileColumn, type ColumnProfile } from '#core/analysis/column-profile.ts';
import type { ConstraintMeasure } from '#core/analysis/constraint-measure.ts';
import { measureConstraint } from '#core/analysis/measure-constraint.ts';
import {
  measureExtraction,
  type ExtractionMeasure,
} from '#core/design/extraction/extraction-report.ts';
import { withoutRows } from '#core/rows/without-rows.ts';
import type { Dataset } from '#core/engine/dataset.ts';
import { wasRepaired } from '#core/base/repair-text.ts';
import type { DatasetSummary, RepairedCells } from './evaluator-protocol.ts';
import { runSteps } from './run-steps.ts';

/** Pauses between columns and rules, so that windows of rows are answered meanwhile. */
export function summarise(
  dataset: Dataset,
  version: number,
  host: { readonly clock: Clock; readonly isCancelled: () => boolean },
): Promise<DatasetSummary | undefined> {
  return runSteps(summarySteps(dataset, version), host);
}

function* summarySteps(dataset: Dataset, version: number): Generator<undefined, DatasetSummary> {
  const { design, store } = dataset;
  const context = { design, scopeOf: (row: number) => dataset.scopeOf(row) };
  const { rowCount } = store;
  const { finishedRows, failedRows } = countRows(dataset);
  const { excluded } = dataset;
  const shown = withoutRows(store, excluded);
  const hiddenRows = countHidden(dataset);
  const profiles: Record<string, ColumnProfile> = {};
  for (const { id } of design.columns) {
    const profile = profileColumn(shown, id);
    profiles[id] = { ...profile, emptyCount: profile.emptyCount - hiddenRows };
    yield;
  }
  const measures: Record<string, ConstraintMeasure> = {};
  for (const constraint of design.constraints) {
    measures[constraint.id] = measureConstraint(constraint, shown, context);
    yield;
  }
  const extractions: Record<string, ExtractionMeasure> = {};
  for (const { verify } of design.calls) {
    if (verify === undefined || !design.columns.some(({ id }) => id === verify.report)) continue;
    extractions[verify.text] = measureExtraction(reportsOf(dataset, verify.report));
    yield;
  }
  return {
    version,
    rowCount,
    finishedRows,
    failedRows,
    failedCells: countFailedCells(dataset),
    repaired: findRepaired(dataset),
    excludedRows: hiddenRows,
    hasDemoRows: hasDemoRows(dataset),
    profiles,
    measures,
    extractions,
    scores: dataset.scores(),
  };
}

function* reportsOf({ store, excluded }: Dataset, columnId: string) {
  for (let row = 0; row < store.rowCount; row += 1)
    if (!excluded.has(row)) yield [row, store.value(columnId, row)] as const;
}

function countHidden({ store, excluded }: Dataset): number {
  return [...excluded].filter((row) => row < store.rowCount).length;
}

/** A row is finished when no generated cell of it waits or failed. */
function countRows({ design, store, excluded }: Dataset): {
  finishedRows: number;
  failedRows: number;
} {
  const generated = design.columns.filter(({ fill }) => fill.kind === 'generated');
  let finishedRows = 0;
  let failedRows = 0;
  for (let row = 0; row < store.rowCount; row += 1) {
    if (excluded.has(row)) continue;
    const states = generated.map(({ id }) => store.state(id, row));
    if (states.includes('failed')) failedRows += 1;
    else if (states.every((state) => written.has(state))) finishedRows += 1;
  }
  return { finishedRows, failedRows };
}

/** Generated cells that failed: what writing the failed ones again would ask for. */
function countFailedCells({ design, store, excluded }: Dataset): number {
  const generated = design.columns.filter(({ fill }) => fill.kind === 'generated');
  let count = 0;
  for (let row = 0; row < store.rowCount; row += 1)
    if (!excluded.has(row))
      count += generated.filter(({ id }) => store.state(id, row) === 'failed').length;
  return count;
}

function findRepaired({ design, store, excluded }: Dataset): DatasetSummary['repaired'] {
  const found: Record<string, RepairedCells> = {};
  for (const { id, fill } of design.columns) {
    if (fill.kind !== 'generated') continue;
    for (let row = 0; row < store.rowCount; row += 1) {
      const value = store.value(id, row);
      if (typeof value !== 'string' || excluded.has(row) || !wasRepaired(value)) continue;
      found[id] = { count: (found[id]?.count ?? 0) + 1, row: found[id]?.row ?? row };
    }
  }
  return found;
}

function hasDemoRows(dataset: Dataset): boolean {
  for (let row = 0; row < dataset.store.rowCount; row += 1)
    if (dataset.isMadeByDemo(row)) return true;
  return false;
}

const written = new Set(['done', 'skipped', 'edited', 'locked']);
