/**
 * The unique rules of a design as one gate: says what a row would repeat, and remembers what rows hold
 * from the moment they are accepted, so that two requests cannot both be given the same value.
 */
import type { JsonValue } from '#core/base/json.ts';
import { knownValues } from '#core/design/column-facts.ts';
import type { ConstraintOf } from '#core/design/constraint.ts';
import { onFailureOf } from '#core/design/on-failure.ts';
import { findColumn, type DatasetDesign } from '#core/design/design.ts';
import { uniqueKey } from '#core/design/unique-key.ts';
import type { Violation } from '#core/engine/constraint/compile-row-rules.ts';
import { quote, toText } from '#core/expression/value.ts';
import { createUniqueIndex, type UniqueIndex } from './unique-index.ts';

/** A cell of the row in question, by column id. */
export type ReadCell = (columnId: string) => JsonValue | undefined;

export interface UniqueViolation extends Violation {
  /** The row that holds the values already. */
  readonly holder: number;
  /** Every value that is possible is taken: no other answer can do better. */
  readonly isExhausted: boolean;
}

export interface UniqueRules {
  /** What the row would repeat; only rules that involve one of `affected`. Rows with missing values repeat nothing. */
  check(row: number, read: ReadCell, affected: ReadonlySet<string>): readonly UniqueViolation[];
  /** Reserves all keys of the row. */
  reserve(row: number, read: ReadCell): void;
  release(row: number): void;
}

/** Rules that only mark hold no keys: they are measured, not enforced. */
export function createUniqueRules(design: DatasetDesign): UniqueRules {
  const rules = design.constraints
    .filter((constraint) => constraint.kind === 'unique')
    .filter((constraint) => onFailureOf(constraint) !== 'mark')
    .map((constraint) => ({
      constraint,
      index: createUniqueIndex(),
      possible: possibleValues(design, constraint),
    }));
  const keyOf = (constraint: ConstraintOf<'unique'>, read: ReadCell) =>
    uniqueKey(constraint.columns.map(read));
  return {
    check: (row, read, affected) =>
      rules.flatMap(({ constraint, index, possible }) => {
        if (!constraint.columns.some((id) => affected.has(id))) return [];
        const holder = holderOf(index, keyOf(constraint, read), row);
        if (holder === undefined) return [];
        const isExhausted = index.keyCount >= possible;
        return [violationOf({ constraint, design, read, isExhausted }, holder)];
      }),
    reserve(row, read) {
      for (const { constraint, index } of rules) {
        const key = keyOf(constraint, read);
        if (key === undefined) index.release(row);
        else index.reserve(key, row);
      }
    },
    release(row) {
      for (const { index } of rules) index.release(row);
    },
  };
}

function holderOf(index: UniqueIndex, key: string | undefined, row: number): number | undefined {
  return key === undefined ? undefined : index.holder(key, row);
}

/** How many different values the rule's columns can take together; infinite where one is free. */
function possibleValues(design: DatasetDesign, { columns }: ConstraintOf<'unique'>): number {
  return columns.reduce((product, id) => {
    const column = findColumn(design, id);
    const values = column === undefined ? undefined : knownValues(column);
    return product * (values === undefined ? Number.POSITIVE_INFINITY : new Set(values).size);
  }, 1);
}

interface Clash {
  readonly constraint: ConstraintOf<'unique'>;
  readonly design: DatasetDesign;
  readonly read: ReadCell;
  readonly isExhausted: boolean;
}

function violationOf(clash: Clash, holder: number): UniqueViolation {
  const { constraint, design, read, isExhausted } = clash;
  const names = constraint.columns.map((id) => findColumn(design, id)?.name ?? id).join(', ');
  const values = constraint.columns.map((id) => quote(toText(read(id) ?? null)));
  return {
    constraintId: constraint.id,
    severity: constraint.severity,
    onFailure: onFailureOf(constraint),
    columnIds: constraint.columns,
    holder,
    isExhausted,
    reason: isExhausted
      ? `${names}: only ${possibleValues(design, constraint)} values are possible, and all are taken`
      : `${names}: repeats ${values.join(', ')} of row ${holder + 1}`,
  };
}
