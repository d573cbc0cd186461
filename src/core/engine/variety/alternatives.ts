/**
 * Spare values: where an answer repeated what is taken, the next request asks for a few values to choose
 * from, so that one more request is nearly always enough. First requests stay as short as they are.
 */
import type { JsonValue } from '#core/base/json.ts';
import type { Column, DatasetDesign } from '#core/design/design.ts';
import { isFreeText } from '#core/design/variety-settings.ts';
import type { OfferedRow } from '#core/engine/dataset-port.ts';
import type { TaskField } from '#core/llm/row-task.ts';

/** Spare values after a first repeat; most rows need no more, and every one is paid for. */
const fewSpares = 3;
const mostSpares = 6;

export interface Alternatives {
  /** The row was refused only because it repeats something. */
  noteRepeat(row: number): void;
  /** The row needs no spare values any more. */
  forget(row: number): void;
  /** Fields that ask for spare values; none when no row of the request needs them. */
  fields(rows: readonly number[], asked: readonly Column[]): readonly TaskField[];
  /** The answer first, then the answer with each spare value in its place. */
  variants(offered: OfferedRow): readonly OfferedRow[];
}

/** For the columns of one call of which every value must be different by itself. */
export function createAlternatives(
  design: DatasetDesign,
  columns: readonly Column[],
): Alternatives {
  /** How often each row has repeated something. */
  const repeated = new Map<number, number>();
  const names = new Set(design.columns.map(({ name }) => name));
  const spared = columns.filter(
    (column) => mustDiffer(design, column) && !names.has(fieldName(column.name)),
  );
  return {
    noteRepeat(row) {
      repeated.set(row, (repeated.get(row) ?? 0) + 1);
    },
    forget(row) {
      repeated.delete(row);
    },
    fields(rows, asked) {
      const times = Math.max(0, ...rows.map((row) => repeated.get(row) ?? 0));
      if (times === 0) return [];
      const spareCount = times === 1 ? fewSpares : mostSpares;
      return spared
        .filter(({ id }) => asked.some((column) => column.id === id))
        .map(({ name }) => ({
          name: fieldName(name),
          description: `${spareCount} other values for ${name} of the same row, each different and none of them taken.`,
          type: 'list',
        }));
    },
    variants: (offered) => [
      offered,
      ...spared.flatMap(({ name }) =>
        textsOf(offered.values[fieldName(name)]).map((text) => ({
          row: offered.row,
          values: { ...offered.values, [name]: text },
        })),
      ),
    ],
  };
}

function fieldName(name: string): string {
  return `${name}_alternatives`;
}

function mustDiffer(design: DatasetDesign, column: Column): boolean {
  if (!isFreeText(column)) return false;
  if (column.fill.kind === 'generated' && column.fill.repeats === 'same') return true;
  return design.constraints.some(
    (rule) =>
      rule.kind === 'unique' &&
      rule.severity === 'must' &&
      rule.columns.length === 1 &&
      rule.columns[0] === column.id,
  );
}

function textsOf(value: JsonValue | undefined): readonly string[] {
  if (!Array.isArray(value)) return [];
  return (value as readonly unknown[])
    .filter((item) => typeof item === 'string')
    .slice(0, mostSpares);
}
