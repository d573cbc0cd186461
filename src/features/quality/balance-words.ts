/** An effect in words: who differs from whom, by how much, and whether that is much. */
import type { BalanceEntry } from '#core/analysis/balance.ts';
import { findColumn, type DatasetDesign } from '#core/design/design.ts';

const numbers = new Intl.NumberFormat('en', { maximumSignificantDigits: 3 });

export function effectSize({ measure, size }: BalanceEntry): string {
  if (measure === 'risk') return `${(size * 100).toFixed(0)} points`;
  return `${measure === 'cohen' ? 'd' : 'V'} ${size.toFixed(2)}`;
}

/** "price by type: QLED 1,492, OLED 632". */
export function effectWords(entry: BalanceEntry, design: DatasetDesign): string {
  const name = (id: string): string => findColumn(design, id)?.name ?? id;
  const outcome = entry.isWords ? `words of ${name(entry.outcome)}` : name(entry.outcome);
  const about = `${outcome} by ${name(entry.group)}`;
  if (entry.between === undefined) return about;
  const values = entry.between.map(({ name: group, value }) =>
    entry.measure === 'risk'
      ? `${group} ${(value * 100).toFixed(0)} %`
      : `${group} ${numbers.format(value)}`,
  );
  return `${about}: ${values.join(', ')}`;
}
