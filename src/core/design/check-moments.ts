/** Findings on ranges of dates that leave nothing to draw. */
import type { Diagnostic, JsonPath } from '#core/base/diagnostic.ts';
import type { FillOf } from './fill.ts';
import { errorAt } from './finding.ts';
import { parseIsoMoment, unitMs, unitNames } from './iso-moment.ts';

type Datetime = FillOf<'datetime'>;

export function checkDatetime(fill: Datetime, path: JsonPath): readonly Diagnostic[] {
  const unreadable = (['start', 'end'] as const).filter(
    (key) => parseIsoMoment(fill[key]) === undefined,
  );
  if (unreadable.length > 0)
    return unreadable.map((key) =>
      errorAt(
        [...path, key],
        'date-invalid',
        'This is not a date. Write it as 2025-01-31 or 2025-01-31T08:30:00Z.',
      ),
    );
  const start = parseIsoMoment(fill.start) ?? 0;
  const end = parseIsoMoment(fill.end) ?? 0;
  if (start >= end)
    return [errorAt([...path, 'end'], 'range-reversed', 'The end must be later than the start.')];
  return firstOf(fill.unit, start) < end
    ? []
    : [
        errorAt(
          [...path, 'unit'],
          'range-empty',
          `No ${unitNames[fill.unit]} begins between start and end. Widen the range or choose a smaller unit.`,
        ),
      ];
}

/** The first moment from `start` on at which a unit begins. */
function firstOf(unit: Datetime['unit'], start: number): number {
  if (unit !== 'Y' && unit !== 'M') return Math.ceil(start / unitMs[unit]) * unitMs[unit];
  const months = unit === 'Y' ? 12 : 1;
  const date = new Date(start);
  const month = date.getUTCMonth() - (date.getUTCMonth() % months);
  const first = new Date(0);
  first.setUTCFullYear(date.getUTCFullYear(), month, 1);
  if (first.getTime() < start) first.setUTCFullYear(date.getUTCFullYear(), month + months, 1);
  return first.getTime();
}
