/** Everything the quality page says about the rows beyond the summary that is always at hand. */
import type { Column, DatasetDesign } from '#core/design/design.ts';
import { balanceSteps, type BalanceEntry } from './balance.ts';
import { mostGroups } from './column-role.ts';
import { coverageData, type CoverageData } from './coverage-data.ts';
import { repeatSteps, type RepeatReport } from './duplicates.ts';
import { histogram, type Histogram } from './histogram.ts';
import { outlierRows, summariseNumbers, type NumberSummary } from './number-summary.ts';
import type { RowReader } from '#core/rows/row-reader.ts';
import { shareData, type ColumnShares } from './share-data.ts';
import { readCodes, readNumbers, readWordCounts } from './vectors.ts';

export interface ColumnQuality {
  /** Of the values of a numeric column. */
  readonly numbers?: NumberSummary;
  /** Of the word counts of a column of texts. */
  readonly words?: NumberSummary & { readonly histogram: Histogram };
  /** Rows beyond the whiskers, farthest first; at most twenty. */
  readonly outliers: readonly number[];
  /** For an attribute table or a boolean: rows against targets. */
  readonly shares?: ColumnShares;
  /** Entropy over that of equal shares, 0 to 1; for columns of two to fifty values. */
  readonly evenness?: number;
  /** The last two decimals that most prices end in, such as .99, with their share; above 60 % only. */
  readonly ending?: { readonly text: string; readonly share: number };
}

export interface QualityReport {
  /** By column id. */
  readonly columns: Readonly<Record<string, ColumnQuality>>;
  /** Over the columns that are exported, unique ones left out. */
  readonly repeats: RepeatReport;
  readonly balance: readonly BalanceEntry[];
  /** Cells of pairs of attribute tables. */
  readonly coverage: readonly (CoverageData & { readonly x: string; readonly y: string })[];
}

const mostOutliers = 20;
const mostPairs = 3;

export type QualityPart = keyof QualityReport;

/** The parts of a report in the order in which to ask for them: what is measured soonest comes first. */
export const qualityParts = ['coverage', 'balance', 'repeats', 'columns'] as const;

/** One part of the report. Yields between columns and pairs, so that its host may pause or stop. */
export function* qualitySteps(
  rows: RowReader,
  design: DatasetDesign,
  part: QualityPart,
): Generator<undefined, Partial<QualityReport>> {
  switch (part) {
    case 'coverage':
      return { coverage: yield* coverageSteps(rows, design) };
    case 'balance':
      return { balance: yield* balanceSteps(rows, design) };
    case 'repeats':
      return { repeats: yield* repeatSteps(rows, repeatColumns(design)) };
    case 'columns':
      return { columns: yield* columnSteps(rows, design) };
  }
}

function* columnSteps(
  rows: RowReader,
  design: DatasetDesign,
): Generator<undefined, QualityReport['columns']> {
  const columns: Record<string, ColumnQuality> = {};
  for (const column of design.columns) {
    columns[column.id] = columnQuality(rows, design, column);
    yield;
  }
  return columns;
}

function* coverageSteps(
  rows: RowReader,
  design: DatasetDesign,
): Generator<undefined, QualityReport['coverage']> {
  const coverage: (CoverageData & { readonly x: string; readonly y: string })[] = [];
  for (const { x, y } of attributePairs(design)) {
    coverage.push({ ...coverageData(rows, design, { x, y }), x, y });
    yield;
  }
  return coverage;
}

function columnQuality(rows: RowReader, design: DatasetDesign, column: Column): ColumnQuality {
  const { type, fill } = column;
  if (type === 'integer' || type === 'decimal' || fill.kind === 'number')
    return numberQuality(readNumbers(rows, column.id), type);
  if (fill.kind === 'category' || fill.kind === 'boolean')
    return {
      outliers: [],
      ...sharesOf(rows, design, column.id),
      ...evennessOf(rows, column.id),
    };
  if (type !== 'text') return { outliers: [] };
  return { ...wordQuality(readWordCounts(rows, column.id)), ...evennessOf(rows, column.id) };
}

function numberQuality(values: Float64Array, type: Column['type']): ColumnQuality {
  const numbers = summariseNumbers(values);
  if (numbers === undefined) return { outliers: [] };
  const ending = type === 'decimal' ? endingOf(values) : undefined;
  return {
    numbers,
    outliers: outlierRows(values, numbers, mostOutliers),
    ...(ending === undefined ? {} : { ending }),
  };
}

function wordQuality(counts: Float64Array): ColumnQuality {
  const words = summariseNumbers(counts);
  const bins = histogram(counts);
  if (words === undefined || bins === undefined) return { outliers: [] };
  return {
    words: { ...words, histogram: bins },
    outliers: outlierRows(counts, words, mostOutliers),
  };
}

function sharesOf(rows: RowReader, design: DatasetDesign, columnId: string) {
  const shares = shareData(rows, design, [columnId]).columns[0];
  return shares === undefined ? {} : { shares };
}

/** Pielou's evenness: the entropy of the shares over the logarithm of their number. */
function evennessOf(rows: RowReader, columnId: string): { readonly evenness?: number } {
  const { codes, values } = readCodes(rows, columnId);
  if (values.length < 2 || values.length > mostGroups) return {};
  const counts = new Float64Array(values.length);
  let total = 0;
  for (const code of codes) {
    if (code < 0) continue;
    counts[code] = (counts[code] ?? 0) + 1;
    total += 1;
  }
  const entropy = counts.reduce(
    (sum, count) => (count === 0 ? sum : sum - (count / total) * Math.log(count / total)),
    0,
  );
  return { evenness: entropy / Math.log(values.length) };
}

/** Models like prices that all end alike; a law drawn from a distribution does not. */
function endingOf(values: Float64Array): ColumnQuality['ending'] | undefined {
  const counts = new Uint32Array(100);
  let total = 0;
  for (const value of values) {
    if (!Number.isFinite(value)) continue;
    const ending = Math.round(Math.abs(value) * 100) % 100;
    counts[ending] = (counts[ending] ?? 0) + 1;
    total += 1;
  }
  const most = counts.reduce((best, count, at) => (count > (counts[best] ?? 0) ? at : best), 0);
  const share = (counts[most] ?? 0) / total;
  if (total < 5 || share <= 0.6 || most === 0) return undefined;
  return { text: `.${String(most).padStart(2, '0')}`, share };
}

/** Two rows are the same to a reader whatever their ids are. */
function repeatColumns(design: DatasetDesign): readonly string[] {
  const ids: ReadonlySet<string> = new Set(['uuid', 'sequence']);
  return design.columns
    .filter(({ drop, fill }) => !drop && !ids.has(fill.kind))
    .map(({ id }) => id);
}

/** The first tables of the design, each with the one before. */
function attributePairs(
  design: DatasetDesign,
): readonly { readonly x: string; readonly y: string }[] {
  const tables = design.columns.filter(
    ({ fill }) => fill.kind === 'category' && fill.values.length <= mostGroups,
  );
  const [first, ...others] = tables;
  if (first === undefined) return [];
  return others.slice(0, mostPairs).map(({ id }) => ({ y: first.id, x: id }));
}
