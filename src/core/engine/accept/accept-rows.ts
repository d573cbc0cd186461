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
import { refusePrevious } from '#core/engine/variety/refuse-previous.ts';
import type { Rewrites } from '#core/engine/variety/rewrites.ts';
import type { RowMemory } from '#core/engine/variety/row-memory.ts';
import type { ReadCell } from '#core/engine/variety/unique-rules.ts';
import type { RowStore } from '#core/rows/row-store.ts';
import type { Verification } from '#core/design/verification.ts';
import { refuseUnproved } from '#core/engine/verify/refuse-unproved.ts';
import type { CodeChecks } from '#core/engine/code/code-checks.ts';
import { readCode } from '#core/engine/code/read-code.ts';
import { coerce, type CoercedField } from './coerce.ts';

export interface AcceptContext {
  readonly store: RowStore;
  readonly filler: Filler;
  readonly rules: RowRules;
  readonly memory: RowMemory;
  readonly rewrites: Rewrites;
  readonly codeChecks: CodeChecks;
  /** Told when an answer offers what this row holds. */
  readonly noteClash: (holder: number) => void;
}

export interface OpenVerification {
  readonly verify: Verification;
  readonly textName: string;
  readonly reportName: string;
}

export interface OpenRow {
  readonly offered: OfferedRow;
  /** Columns of the call that the row still needs; values for others are ignored. */
  readonly open: readonly Column[];
  /** Columns that the call fills, directly or through derived columns. */
  readonly affected: ReadonlySet<string>;
  /** The answer is taken as it stands, blanks included. */
  readonly isVerbatim?: boolean;
  /** What the report of the row has to show. */
  readonly verification?: OpenVerification | undefined;
}

/**
 * Only rules that ask again and repeats reject. A row is judged as a whole, because its cells were written to agree
 * with each other: one bad cell sends the row back, and none of it is kept. Reasons are short clauses that
 * begin with the column.
 */
export function acceptRow(context: AcceptContext, opened: OpenRow): Verdict {
  const { offered, open, affected } = opened;
  const { row } = offered;
  const taken = opened.isVerbatim === true ? takeRow(offered, open) : coerceRow(offered, open);
  const { cells, problems } = readCodes(taken, open, context.codeChecks);
  if (problems.length > 0) return { kind: 'rejected', row, reasons: problems };
  const unproved = unprovedReasons(opened);
  if (unproved.length > 0) return { kind: 'rejected', row, reasons: unproved };
  const same = refusePrevious(context.rewrites, { row, cells, columns: open });
  if (same.length > 0) return { kind: 'rejected', row, reasons: same, isRepeat: true };
  const refused = brokenRules(context, { row, cells, affected });
  if (refused.reasons.length > 0) return { kind: 'rejected', row, ...refused };
  return { kind: 'accepted', row, cells: Object.fromEntries(cells) };
}

function unprovedReasons({ offered, verification }: OpenRow): readonly string[] {
  if (verification === undefined) return [];
  const { verify, textName, reportName } = verification;
  return refuseUnproved(verify, { report: offered.values[reportName], textName });
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

function takeRow({ values }: OfferedRow, open: readonly Column[]): Coerced {
  const cells = new Map<string, JsonValue>();
  const problems: string[] = [];
  for (const { id, name } of open) {
    const value = Object.hasOwn(values, name) ? values[name] : undefined;
    if (value === undefined) problems.push(`${name}: missing`);
    else cells.set(id, value);
  }
  return { cells, problems };
}

/** Code goes on without its fence; what cannot be read goes back with the place of the fault. */
function readCodes(
  { cells, problems }: Coerced,
  open: readonly Column[],
  checks: CodeChecks,
): Coerced {
  const codes = new Map(cells);
  const faults = [...problems];
  for (const column of open) {
    const value = cells.get(column.id);
    const code = value === undefined ? undefined : readCode(value, column, checks);
    if (code?.ok === true) codes.set(column.id, code.value);
    else if (code !== undefined) faults.push(`${column.name}: ${code.error}`);
  }
  return { cells: codes, problems: faults };
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

interface Refused {
  readonly reasons: readonly string[];
  readonly isFinal?: boolean;
  readonly isRepeat?: boolean;
}

function brokenRules(context: AcceptContext, tentative: Tentative): Refused {
  const { rules, filler } = context;
  const { row, cells, affected } = tentative;
  const { values } = filler.evaluateRow(row, cells);
  const view = tentativeRow(context, row, values);
  const broken = rules
    .evaluate(view, affected)
    .filter(({ onFailure }) => onFailure === 'retry')
    .map(({ reason }) => reason);
  if (broken.length > 0) return { reasons: broken };
  return repeats(context, tentative, (columnId) => view.value(columnId));
}

function repeats(context: AcceptContext, tentative: Tentative, read: ReadCell): Refused {
  const { memory, noteClash } = context;
  const { row, cells, affected } = tentative;
  const taken = memory.unique.check(row, read, affected);
  const clashes = taken.filter(({ onFailure }) => onFailure === 'retry');
  const found =
    clashes.length > 0 ? clashes : memory.repeats.check(row, read, new Set(cells.keys()));
  if (taken.length + found.length === 0) memory.reserve(row, read);
  for (const { holder } of found) noteClash(holder);
  const isFinal = clashes.some(({ isExhausted }) => isExhausted);
  const reasons = found.map(({ reason }) => reason);
  return isFinal ? { reasons, isFinal } : { reasons, isRepeat: true };
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
