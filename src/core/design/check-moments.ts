/** Findings on ranges of dates that leave nothing to draw. */
import type { Diagnostic, JsonPath } from '#core/base/diagnostic.ts';
import type { FillOf } from './fill.ts';
import { errorAt } from './finding.ts';
import { parseIsoMoment, unitNames } from './iso-moment.ts';
import { momentSteps } from './moment-steps.ts';

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
  const steps = momentSteps(fill.unit);
  return steps.from(start) < steps.from(end)
    ? []
    : [
        errorAt(
          [...path, 'unit'],
          'range-empty',
          `No ${unitNames[fill.unit]} begins between start and end. Widen the range or choose a smaller unit.`,
        ),
      ];
}
