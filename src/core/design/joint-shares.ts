/**
 * The joint law of attributes that combinations name. A combination gets exactly its share, nothing
 * else ever gives its values, and what remains keeps the proportions of the tables. Worked out as a
 * table of all joint values, so that an impossible wish is seen before any row is drawn.
 */
import { failure, success, type Result } from '#core/base/result.ts';
import type { Combination } from './combination.ts';
import type { DatasetDesign } from './design.ts';
import type { CategoryValue } from './fill.ts';

export interface JointAttribute {
  readonly columnId: string;
  readonly name: string;
  readonly values: readonly CategoryValue[];
}

export interface JointTable {
  readonly columnIds: readonly string[];
  /** For each joint value the place of each attribute's value in its table. */
  readonly cells: readonly (readonly number[])[];
  /** Share of each joint value; they add up to 1. */
  readonly shares: Float64Array;
}

export interface JointProblem {
  readonly code:
    | 'combination-unknown-value'
    | 'combination-rates'
    | 'combination-weights'
    | 'combination-impossible'
    | 'combination-too-many';
  readonly message: string;
  /** Place of the combination that is to blame. */
  readonly index?: number | undefined;
}

/** Most joint values that are enumerated. */
const mostJointValues = 200_000;

/** What rounding may add to a sum of rates. */
const tolerance = 1e-9;

const known = new WeakMap<DatasetDesign, Result<JointTable, JointProblem>>();

/** The joint law of a design's combinations. Designs are immutable, so each is worked out once. */
export function jointTable(design: DatasetDesign): Result<JointTable, JointProblem> {
  const table =
    known.get(design) ?? jointShares(jointAttributes(design), design.combinations ?? []);
  known.set(design, table);
  return table;
}

/** The attributes that a combination of the design names, in design order. */
function jointAttributes({ combinations = [], columns }: DatasetDesign): readonly JointAttribute[] {
  const named = new Set(combinations.flatMap(({ values }) => Object.keys(values)));
  return columns.flatMap(({ id, name, fill }) =>
    named.has(id) && fill.kind === 'category' ? [{ columnId: id, name, values: fill.values }] : [],
  );
}

/** Share of the rows that have each value of an attribute, by its place in the table; undefined for one that no combination names. */
export function marginalShares(
  { columnIds, cells, shares }: JointTable,
  columnId: string,
): readonly number[] | undefined {
  const place = columnIds.indexOf(columnId);
  if (place < 0) return undefined;
  const sums: number[] = [];
  for (const [at, cell] of cells.entries()) {
    const value = cell[place] ?? 0;
    sums[value] = (sums[value] ?? 0) + (shares[at] ?? 0);
  }
  return Array.from(sums, (sum: number | undefined) => sum ?? 0);
}

/** `attributes` are those that a combination names, in design order. */
export function jointShares(
  attributes: readonly JointAttribute[],
  combinations: readonly Combination[],
): Result<JointTable, JointProblem> {
  const problem = problemOf(attributes, combinations);
  if (problem !== undefined) return failure(problem);
  const cells = enumerate(attributes.map(({ values }) => values.length));
  const weights = attributes.map(({ values }) => normalised(values));
  const keys = combinations.map((combination) => placesOf(attributes, combination));
  const shares = new Float64Array(cells.length);
  const matches = cells.map((cell) => keys.map((key) => isMatch(cell, key)));
  const total = combinations.reduce((sum, { rate }) => sum + rate, 0);
  const parts = combinations.map(({ rate }, index) => ({
    share: rate,
    index,
    fits: (cell: number): boolean => isOwn(matches[cell] ?? [], index, keys),
    weighs: (place: number): boolean => keys[index]?.[place] === undefined,
  }));
  const rest = {
    share: Math.max(0, 1 - total),
    index: undefined,
    fits: (cell: number): boolean => !(matches[cell] ?? []).includes(true),
    weighs: (): boolean => true,
  };
  for (const part of [...parts, rest]) {
    if (part.share <= tolerance) continue;
    const own = cells.map((cell, at) => (part.fits(at) ? weightOf(cell, weights, part.weighs) : 0));
    const mass = own.reduce((sum, weight) => sum + weight, 0);
    if (!(mass > 0)) return failure(impossible(part.index));
    for (const [at, weight] of own.entries())
      shares[at] = (shares[at] ?? 0) + (part.share * weight) / mass;
  }
  return success(compact({ columnIds: attributes.map(({ columnId }) => columnId), cells, shares }));
}

function problemOf(
  attributes: readonly JointAttribute[],
  combinations: readonly Combination[],
): JointProblem | undefined {
  const weightless = attributes.find(({ values }) => !values.some(({ weight }) => weight > 0));
  if (weightless !== undefined)
    return {
      code: 'combination-weights',
      message: `${weightless.name} has no value with a weight above 0.`,
    };
  for (const [index, { values }] of combinations.entries())
    for (const [columnId, value] of Object.entries(values)) {
      const attribute = attributes.find((candidate) => candidate.columnId === columnId);
      if (attribute?.values.some((entry) => entry.value === value) === true) continue;
      return {
        code: 'combination-unknown-value',
        index,
        message: `${attribute?.name ?? columnId} has no value “${String(value)}” in its table.`,
      };
    }
  const total = combinations.reduce((sum, { rate }) => sum + rate, 0);
  if (total > 1 + tolerance)
    return {
      code: 'combination-rates',
      message: `The rates of the combinations add up to ${total}; the most is 1.`,
    };
  const count = attributes.reduce((product, { values }) => product * values.length, 1);
  if (count > mostJointValues)
    return {
      code: 'combination-too-many',
      message: `The attributes of the combinations have ${count.toLocaleString('en')} joint values; the limit is ${mostJointValues.toLocaleString('en')}. Let combinations name fewer attributes.`,
    };
  return undefined;
}

function impossible(index: number | undefined): JointProblem {
  return {
    code: 'combination-impossible',
    index,
    message:
      index === undefined
        ? 'The combinations cover every value that could be drawn, so nothing is left for the other rows. Give the rates a sum of 1, or add values.'
        : 'No row can have this combination without having another one too. Change one of them.',
  };
}

function enumerate(sizes: readonly number[]): readonly (readonly number[])[] {
  return sizes.reduce<readonly (readonly number[])[]>(
    (cells, size) =>
      cells.flatMap((cell) => Array.from({ length: size }, (_, value) => [...cell, value])),
    [[]],
  );
}

function normalised(values: readonly CategoryValue[]): readonly number[] {
  const total = values.reduce((sum, { weight }) => sum + Math.max(0, weight), 0);
  return values.map(({ weight }) => Math.max(0, weight) / total);
}

/** For each attribute the place of the combination's value; undefined where it names none. */
type Key = readonly (number | undefined)[];

function placesOf(attributes: readonly JointAttribute[], { values }: Combination): Key {
  return attributes.map(({ columnId, values: table }) =>
    Object.hasOwn(values, columnId)
      ? table.findIndex(({ value }) => value === values[columnId])
      : undefined,
  );
}

function isMatch(cell: readonly number[], key: Key): boolean {
  return key.every((value, place) => value === undefined || cell[place] === value);
}

/** Whether a joint value belongs to a combination: it matches, and only such others as the combination contains itself. */
function isOwn(matched: readonly boolean[], index: number, keys: readonly Key[]): boolean {
  const own = keys[index] ?? [];
  return (
    matched[index] === true &&
    matched.every((isMatched, other) => !isMatched || contains(own, keys[other] ?? []))
  );
}

function contains(whole: Key, part: Key): boolean {
  return part.every((value, place) => value === undefined || whole[place] === value);
}

function weightOf(
  cell: readonly number[],
  weights: readonly (readonly number[])[],
  weighs: (place: number) => boolean,
): number {
  return cell.reduce(
    (product, value, place) => (weighs(place) ? product * (weights[place]?.[value] ?? 0) : product),
    1,
  );
}

/** Without the joint values that never occur, and with a sum of exactly 1 but for rounding. */
function compact({ columnIds, cells, shares }: JointTable): JointTable {
  const kept = cells.flatMap((cell, at) => ((shares[at] ?? 0) > 0 ? [{ cell, at }] : []));
  const total = shares.reduce((sum, share) => sum + share, 0);
  return {
    columnIds,
    cells: kept.map(({ cell }) => cell),
    shares: Float64Array.from(kept, ({ at }) => (shares[at] ?? 0) / total),
  };
}
