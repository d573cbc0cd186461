/** Numbers in even steps, or texts of them. */
import { roundDecimal } from '#core/expression/round.ts';
import { decimalPlacesOf } from '#core/base/decimal-places.ts';
import { failure, success } from '#core/base/result.ts';
import type { CreateSampler } from './sample-context.ts';

/** Row 0 gives `start`. A prefix or a width makes texts: `INV-0007`; the sign stays before the zeros. */
export const createSequenceSampler: CreateSampler<'sequence'> = ({
  start,
  step,
  prefix,
  padTo,
}) => {
  if (!Number.isFinite(start) || !Number.isFinite(step))
    return failure('Start and step must be numbers.');
  const places = Math.max(decimalPlacesOf(start), decimalPlacesOf(step));
  // Whole numbers need no rounding, as long as they are exact.
  const numberAt = (row: number): number => {
    const value = start + row * step;
    return places === 0 && Number.isSafeInteger(value) ? value + 0 : roundDecimal(value, places);
  };
  if (prefix === undefined && padTo === undefined)
    return success({ draw: numberAt, block: { kind: 'computed', valueOf: numberAt } });
  const valueOf = (row: number): string => {
    const value = numberAt(row);
    const digits = String(Math.abs(value)).padStart(padTo ?? 0, '0');
    return `${prefix ?? ''}${value < 0 ? '-' : ''}${digits}`;
  };
  return success({ draw: valueOf, block: { kind: 'computed', valueOf } });
};
