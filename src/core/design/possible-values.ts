/** What a column could take, counted out where that takes a law or the rows of a source. */
import { knownValues } from './column-facts.ts';
import type { Column, DatasetDesign } from './design.ts';
import type { Distribution } from './distribution.ts';
import { lawOf } from './law/law-of.ts';

/** Most whole numbers that are listed one by one. */
const mostListed = 1_000;

/**
 * As `knownValues`, and for whole numbers between two ends and fields of a source too: what the
 * tables of a subcategory may be keyed by.
 */
export function possibleValues(
  column: Pick<Column, 'fill'>,
  { sources }: Pick<DatasetDesign, 'sources'>,
): readonly string[] | undefined {
  const { fill } = column;
  if (fill.kind === 'number') return wholeNumbers(fill.distribution);
  if (fill.kind !== 'source') return knownValues(column);
  const rows = sources.find(({ id }) => id === fill.source)?.rows ?? [];
  const values = rows.map((row) => row[fill.field] ?? null).filter((value) => value !== null);
  return [
    ...new Set(values.map((value) => (typeof value === 'string' ? value : JSON.stringify(value)))),
  ];
}

function wholeNumbers(distribution: Distribution): readonly string[] | undefined {
  const law = lawOf(distribution);
  if (!law.ok || !law.value.isWhole) return undefined;
  const { low, high } = law.value;
  return high - low < mostListed
    ? Array.from({ length: high - low + 1 }, (_, index) => String(low + index))
    : undefined;
}
