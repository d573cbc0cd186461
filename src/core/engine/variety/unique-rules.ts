/**
 * The unique rules of a design as one gate: says what a row would repeat, and remembers what rows hold
 * from the moment they are accepted, so that two requests cannot both be given the same value.
 */
import type { JsonValue } from '#core/base/json.ts';
import { onFailureOf, type ConstraintOf } from '#core/design/constraint.ts';
import { findColumn, type DatasetDesign } from '#core/design/design.ts';
import { uniqueKey } from '#core/design/unique-key.ts';
import type { Violation } from '#core/engine/constraint/compile-row-rules.ts';
import { quote, toText } from '#core/expression/value.ts';
import { createUniqueIndex, type UniqueIndex } from './unique-index.ts';

/** A cell of the row in question, by column id. */
export type ReadCell = (columnId: string) => JsonValue | undefined;

export interface UniqueRules {
  /** What the row would repeat; only rules that involve one of `affected`. Rows with missing values repeat nothing. */
  check(row: number, read: ReadCell, affected: ReadonlySet<string>): readonly Violation[];
  /** Reserves all keys of the row. */
  reserve(row: number, read: ReadCell): void;
  release(row: number): void;
}

/** Rules that only mark hold no keys: they are measured, not enforced. */
export function createUniqueRules(design: DatasetDesign): UniqueRules {
  const rules = design.constraints
    .filter((constraint) => constraint.kind === 'unique')
    .filter((constraint) => onFailureOf(constraint) !== 'mark')
    .map((constraint) => ({ constraint, index: createUniqueIndex() }));
  const keyOf = (constraint: ConstraintOf<'unique'>, read: ReadCell) =>
    uniqueKey(constraint.columns.map(read));
  return {
    check: (row, read, affected) =>
      rules.flatMap(({ constraint, index }) => {
        if (!constraint.columns.some((id) => affected.has(id))) return [];
        const holder = holderOf(index, keyOf(constraint, read), row);
        return holder === undefined ? [] : [violationOf({ constraint, design, read }, holder)];
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

interface Clash {
  readonly constraint: ConstraintOf<'unique'>;
  readonly design: DatasetDesign;
  readonly read: ReadCell;
}

function violationOf({ constraint, design, read }: Clash, holder: number): Violation {
  const names = constraint.columns.map((id) => findColumn(design, id)?.name ?? id);
  const values = constraint.columns.map((id) => quote(toText(read(id) ?? null)));
  return {
    constraintId: constraint.id,
    severity: constraint.severity,
    onFailure: onFailureOf(constraint),
    columnIds: constraint.columns,
    reason: `${names.join(', ')}: repeats ${values.join(', ')} of row ${holder + 1}`,
  };
}
