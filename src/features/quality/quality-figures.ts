/** The figures at the top, and the rows that are worth writing again. */
import type { ConstraintMeasure } from '#core/analysis/constraint-measure.ts';
import type { RepeatReport } from '#core/analysis/duplicates.ts';
import type { DatasetDesign } from '#core/design/design.ts';
import type { DatasetSummary } from '#state/dataset-store.ts';

export interface Figure {
  readonly value: string;
  readonly label: string;
}

export function qualityFigures(
  summary: DatasetSummary,
  repeats: RepeatReport | undefined,
): readonly Figure[] {
  const { rowCount, finishedRows } = summary;
  const figures: Figure[] = [
    { value: count(finishedRows), label: `rows finished of ${count(rowCount)}` },
  ];
  const rate = passRate(Object.values(summary.measures), rowCount);
  if (rate !== undefined)
    figures.push({ value: `${percent(rate)} %`, label: 'of rule checks hold' });
  if (repeats === undefined) return figures;
  const { exact, normalised } = repeats;
  return [
    ...figures,
    { value: count(exact.count), label: 'exact repeats' },
    {
      value: count(normalised.count),
      label: `more but for case and digits, ${percent(normalised.count / Math.max(1, rowCount))} %`,
    },
    { value: `${percent(completeness(summary))} %`, label: 'of cells filled' },
  ];
}

/** Of the checks of row rules on rows and of set rules on the set, the share that hold; undefined without any. */
export function passRate(
  measures: readonly ConstraintMeasure[],
  rowCount: number,
): number | undefined {
  let [held, made] = [0, 0];
  for (const { verdict, brokenCount } of measures) {
    if (verdict === 'no-rows') continue;
    const checks = brokenCount === undefined ? 1 : rowCount;
    made += checks;
    held += brokenCount === undefined ? Number(verdict === 'holds') : checks - brokenCount;
  }
  return made === 0 ? undefined : held / made;
}

function completeness({ profiles, rowCount }: DatasetSummary): number {
  const all = Object.values(profiles);
  const filled = all.reduce((sum, { count: cells }) => sum + cells, 0);
  return filled / Math.max(1, all.length * rowCount);
}

/** Rows that break a rule about a row or repeat another one, where a model could write something else; ascending. */
export function rowsToFix(
  design: DatasetDesign,
  summary: DatasetSummary,
  repeats: RepeatReport | undefined,
): readonly number[] {
  if (!design.columns.some(({ fill }) => fill.kind === 'generated')) return [];
  const rows = new Set<number>();
  for (const { brokenRows } of Object.values(summary.measures))
    for (const row of brokenRows) rows.add(row);
  for (const row of repeats?.exact.rows ?? []) rows.add(row);
  return [...rows].sort((a, b) => a - b);
}

function count(value: number): string {
  return value.toLocaleString('en');
}

/** One decimal, and never 100 before everything holds. */
function percent(share: number): string {
  const value = Math.floor(share * 1_000 + 1e-9) / 10;
  return String(value);
}
