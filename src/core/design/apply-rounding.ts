/** The last step of a formula: so many places, or a price ending. */
import type { Rounding } from './fill.ts';
import { roundDecimal } from '#core/expression/round.ts';

/**
 * Rounds on the decimal form of the number. With an ending, the number is rounded down to a whole one
 * and the ending added: 1459.37 with ending 0.99 becomes 1459.99.
 */
export function applyRounding(value: number, { decimalPlaces, ending }: Rounding): number {
  const ended = ending === undefined ? value : Math.floor(value) + ending;
  return roundDecimal(ended, decimalPlaces);
}
