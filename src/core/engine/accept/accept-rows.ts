/**
 * The gate between an answer and the store: types first, then rules, then uniqueness, with everything
 * that follows from the answer already worked out. An accepted row holds its unique values at once.
 */
import type { JsonValue } from '#core/base/json.ts';
import type { Column } from '#core/design/design.ts';
import type { RuleRow } from '#core/design/row-rule.ts';
import type { RowRules } from '#core/engine/constraint/compile-row-rules.ts';
import type { OfferedRow, Verdict } from '#core/engine/dataset-port.ts';
import type { Filler } from '#core/engine/fill-computed.ts';
import type { UniqueRules } from '#core/engine/variety/unique-rules.ts';
import type { RowStore } from '#core/rows/row-store.ts';
import { coerce, type CoercedField } from './coerce.ts';

export interface AcceptContext {
  readonly store: RowStore;
  readonly filler: Filler;
  readonly rules: RowRules;
  readonly unique: UniqueRules;
}

export interface OpenRow {
  readonly offered: OfferedRow;
  /** Columns of the call that the row still needs; values for others are ignored. */
  readonly open: readonly Column[];
  /** Columns that the call fills, directly or through derived columns. */
  readonly affected: ReadonlySet<string>;
}

/** Only rules that ask again reject. Reasons are short clauses that begin with the column. */
export function acceptRow(context: AcceptContext, { offered, open, affected }: OpenRow): Verdict {
  const { row } = offered;
  const { cells, problems } = coerceRow(offered, open);
  if (problems.length > 0) return { kind: 'rejected', row, reasons: problems };
  const reasons = brokenRules(context, { row, cells, affected });
  if (reasons.length > 0) return { kind: 'rejected', row, reasons };
  return { kind: 'accepted', row, cells: Object.fromEntries(cells) };
}

interface Coerced {
  readonly cells: ReadonlyMap<string, JsonValue>;
  readonly problems: readonly string[];
}

function coerceRow({ values }: OfferedRow, open: readonly Column[]): Coerced {
  const cells = new Map<string, JsonValue>();
  const problems: string[] = [];
  for (const column of open) {
    const { id, name } = column;
    const answer = Object.hasOwn(values, name) ? values[name] : undefined;
    const coerced = coerce(answer, coercedField(column));
    if (coerced.ok) cells.set(id, coerced.value);
    else problems.push(`${name}: ${coerced.error}`);
  }
  return { cells, problems };
}

function coercedField({ type, unit, nullRate, fill }: Column): CoercedField {
  const generated = fill.kind === 'generated' ? fill : undefined;
  const { values, fields } = generated ?? {};
  return { type, unit, values, fields, isNullable: nullRate > 0 };
}

interface Tentative {
  readonly row: number;
  readonly cells: ReadonlyMap<string, JsonValue>;
  readonly affected: ReadonlySet<string>;
}

function brokenRules(context: AcceptContext, tentative: Tentative): readonly string[] {
  const { rules, unique, filler } = context;
  const { row, cells, affected } = tentative;
  const { values } = filler.evaluateRow(row, cells);
  const view = tentativeRow(context, row, values);
  const broken = rules
    .evaluate(view, affected)
    .filter(({ onFailure }) => onFailure === 'retry')
    .map(({ reason }) => reason);
  if (broken.length > 0) return broken;
  const read = (columnId: string) => view.value(columnId);
  const clashes = unique.check(row, read, affected);
  if (clashes.length === 0) unique.reserve(row, read);
  return clashes.filter(({ onFailure }) => onFailure === 'retry').map(({ reason }) => reason);
}

function tentativeRow(
  { store, filler }: AcceptContext,
  row: number,
  values: ReadonlyMap<string, JsonValue>,
): RuleRow {
  return {
    value: (columnId) =>
      values.get(columnId) ?? (values.has(columnId) ? null : store.value(columnId, row)),
    scope: filler.scopeOf(row, values),
  };
}
