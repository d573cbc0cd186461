/** The narrowest kind that holds all values of a column. */
import type { JsonValue } from '#core/base/json.ts';
import type { ValueKind } from './row-writer.ts';

/** Empty cells count for nothing; a column of nothing else is one of texts. */
export function valueKind(values: Iterable<JsonValue | undefined>): ValueKind {
  let kind: ValueKind | undefined;
  for (const value of values) {
    if (value === undefined || value === null) continue;
    kind = widen(kind, kindOf(value));
    if (kind === 'nested') return kind;
  }
  return kind ?? 'text';
}

function kindOf(value: JsonValue): ValueKind {
  switch (typeof value) {
    case 'boolean':
      return 'boolean';
    case 'string':
      return 'text';
    case 'number':
      return Number.isSafeInteger(value) ? 'integer' : 'number';
    default:
      return 'nested';
  }
}

function widen(before: ValueKind | undefined, next: ValueKind): ValueKind {
  if (before === undefined || before === next) return next;
  const areNumbers = [before, next].every((kind) => kind === 'integer' || kind === 'number');
  return areNumbers ? 'number' : 'nested';
}
