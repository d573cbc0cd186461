/** Years, months, days, hours, minutes and seconds counted from 1970: dates are drawn from those that begin in a range. */
import type { FillOf } from './fill.ts';
import { unitMs } from './iso-moment.ts';

export interface MomentSteps {
  /** Number of the first step that begins at or after a moment, in milliseconds of UTC. */
  from(timeMs: number): number;
  /** The moment at which a step begins. */
  timeMs(step: number): number;
}

export function momentSteps(unit: FillOf<'datetime'>['unit']): MomentSteps {
  if (unit !== 'Y' && unit !== 'M') {
    const size = unitMs[unit];
    return { from: (timeMs) => Math.ceil(timeMs / size), timeMs: (step) => step * size };
  }
  const months = unit === 'Y' ? 12 : 1;
  return {
    from(timeMs) {
      const month = monthOf(timeMs);
      return Math.ceil((startOfMonth(month) < timeMs ? month + 1 : month) / months);
    },
    timeMs: (step) => startOfMonth(step * months),
  };
}

/** Milliseconds of the first moment of month `month` (0 = January 1970). */
function startOfMonth(month: number): number {
  const date = new Date(0);
  date.setUTCFullYear(1970, month, 1);
  return date.getTime();
}

function monthOf(timeMs: number): number {
  const date = new Date(timeMs);
  return (date.getUTCFullYear() - 1970) * 12 + date.getUTCMonth();
}
