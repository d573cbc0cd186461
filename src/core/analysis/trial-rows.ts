/**
 * A few hundred rows by the laws of a design, quick enough to be drawn while somebody types. They are not the
 * rows of a run: what a run adds to the laws (correlations, rules, combinations, sources, models) is left
 * out, so columns that any of that touches are not drawn here at all.
 */
import type { JsonValue } from '#core/base/json.ts';
import { createRandom, type RandomStream } from '#core/base/random.ts';
import { applyRounding } from '#core/design/apply-rounding.ts';
import { couplingsOf } from '#core/design/coupling.ts';
import {
  columnDependencies,
  findCycle,
  type ColumnDependencies,
} from '#core/design/dependencies.ts';
import type { Column, DatasetDesign } from '#core/design/design.ts';
import type { CategoryValue, Fill, FillOf } from '#core/design/fill.ts';
import { cutOf, lawOf } from '#core/design/law/law-of.ts';
import { within } from '#core/design/law/law.ts';
import { narrowingsOf } from '#core/design/narrowing.ts';
import { addNoise } from '#core/design/noise.ts';
import { createBudget } from '#core/expression/budget.ts';
import { compileExpression } from '#core/expression/compile.ts';
import { parseExpression } from '#core/expression/parse.ts';
import { ExpressionError } from '#core/expression/problem.ts';
import { roundDecimal } from '#core/expression/round.ts';
import type { Scope } from '#core/expression/scope.ts';
import { evaluateTest, type Value } from '#core/expression/value.ts';

export type TrialColumn = readonly (JsonValue | undefined)[];

/** By column id; with all that they read. Undefined where one of the columns cannot be drawn from laws alone. */
export type TrialRows = (
  columnIds: readonly string[],
) => ReadonlyMap<string, TrialColumn> | undefined;

/** Columns are drawn when they are first asked for. */
export function createTrialRows(design: DatasetDesign, rowCount: number): TrialRows {
  const reads = columnDependencies(design);
  if (findCycle(reads) !== undefined) return () => undefined;
  const random = createRandom(design.seed, 'trial');
  const byId = new Map(design.columns.map((column) => [column.id, column]));
  const narrowed = narrowingsOf(design).columns;
  const joint = new Set((design.combinations ?? []).flatMap(({ values }) => Object.keys(values)));
  const drawn = new Map<string, TrialColumn | undefined>();
  const scopes = createScopes(design, drawn);
  const columnOf = (id: string): TrialColumn | undefined => {
    const column = byId.get(id);
    if (drawn.has(id) || column === undefined) return drawn.get(id);
    const isFree = !narrowed.has(id) && !joint.has(id);
    const hasInputs = [...(reads.get(id) ?? [])].every((read) => columnOf(read) !== undefined);
    const own = { random: random.fork(id), scopes, drawn };
    const cells = isFree && hasInputs ? drawColumn(column, own, rowCount) : undefined;
    drawn.set(id, cells);
    return cells;
  };
  const couplings = couplingsOf(design).map(({ columnIds }) => columnIds);
  return (columnIds) => {
    const all = readBy(columnIds, reads);
    const isApart = couplings.every((ids) => ids.filter((id) => all.has(id)).length < 2);
    const found = new Map<string, TrialColumn>();
    for (const id of isApart ? columnIds : []) {
      const cells = columnOf(id);
      if (cells !== undefined) found.set(id, cells);
    }
    return found.size < new Set(columnIds).size ? undefined : found;
  };
}

/** The columns and what they read, by way of others too. */
function readBy(columnIds: readonly string[], reads: ColumnDependencies): ReadonlySet<string> {
  const all = new Set(columnIds);
  // It grows while it is walked.
  for (const id of all) for (const read of reads.get(id) ?? []) all.add(read);
  return all;
}

type Scopes = (row: number) => Scope;

function createScopes(
  { columns }: DatasetDesign,
  drawn: ReadonlyMap<string, TrialColumn | undefined>,
): Scopes {
  const ids = new Map(columns.map(({ id, name }) => [name, id]));
  return (row) => ({
    get(name) {
      const id = ids.get(name);
      return id === undefined ? undefined : (drawn.get(id)?.[row] ?? null);
    },
  });
}

interface Parts {
  readonly random: RandomStream;
  readonly scopes: Scopes;
  readonly drawn: ReadonlyMap<string, TrialColumn | undefined>;
}

type DrawTrial = (row: number) => JsonValue | undefined;

function drawColumn(column: Column, parts: Parts, rowCount: number): TrialColumn | undefined {
  if (column.skip !== undefined || column.convertTo !== undefined) return undefined;
  const draws = [...(column.conditionalParams ?? []), { when: 'true', fill: column.fill }].map(
    ({ when, fill }) => ({ test: compiled(when), draw: trialOf(fill, column, parts) }),
  );
  const cells: (JsonValue | undefined)[] = [];
  try {
    for (let row = 0; row < rowCount; row += 1) {
      const scope = parts.scopes(row);
      const met = draws.find(({ test }) => test === undefined || evaluateTest(test(scope)));
      if (met?.test === undefined || met.draw === undefined) return undefined;
      cells.push(met.draw(row));
    }
  } catch (error) {
    if (error instanceof ExpressionError) return undefined;
    throw error;
  }
  return cells;
}

function compiled(text: string): ((scope: Scope) => Value) | undefined {
  const parsed = parseExpression(text);
  if (!parsed.ok) return undefined;
  const evaluate = compileExpression(parsed.value);
  return (scope) => evaluate(scope, createBudget());
}

/** Undefined for fills that take more than a law. */
function trialOf(fill: Fill, column: Column, parts: Parts): DrawTrial | undefined {
  const uniform = (row: number): number => parts.random.float(row, 0);
  switch (fill.kind) {
    case 'category':
      return (row) => chosen(fill.values, uniform(row));
    case 'subcategory':
      return (row) => {
        const parent = parts.drawn.get(fill.category)?.[row];
        const key = typeof parent === 'string' ? parent : JSON.stringify(parent);
        return chosen(fill.values[key] ?? [], uniform(row));
      };
    case 'boolean':
      return (row) => uniform(row) < fill.probability;
    case 'constant':
      return () => fill.value;
    case 'number':
      return numberTrial(fill, column, uniform);
    case 'formula':
      return formulaTrial(fill, column, parts);
    default:
      return undefined;
  }
}

function chosen(values: readonly CategoryValue[], uniform: number): JsonValue | undefined {
  const total = values.reduce((sum, { weight }) => sum + weight, 0);
  let left = uniform * total;
  return values.find(({ weight }) => (left -= weight) < 0)?.value;
}

function numberTrial(
  { distribution, decimalPlaces }: FillOf<'number'>,
  { type }: Column,
  uniform: (row: number) => number,
): DrawTrial | undefined {
  const law = lawOf(distribution);
  const draw = law.ok ? within(law.value, cutOf(distribution)) : undefined;
  const places = type === 'integer' ? 0 : decimalPlaces;
  if (draw === undefined) return undefined;
  return (row) => {
    const value = draw(uniform(row));
    return places === undefined ? value : roundDecimal(value, places);
  };
}

function formulaTrial(
  { expression, noise, rounding }: FillOf<'formula'>,
  { type }: Column,
  { random, scopes }: Parts,
): DrawTrial | undefined {
  const evaluate = compiled(expression);
  if (evaluate === undefined) return undefined;
  return (row) => {
    const value = evaluate(scopes(row));
    if (typeof value !== 'number') return value;
    const scattered = noise === undefined ? value : addNoise(value, noise, { random, row });
    if (!Number.isFinite(scattered)) return undefined;
    const rounded = rounding === undefined ? scattered : applyRounding(scattered, rounding);
    return type === 'integer' ? roundDecimal(rounded, 0) : rounded;
  };
}
