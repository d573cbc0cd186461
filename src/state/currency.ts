/** Units that are currencies, with the sign that stands before a number. */

const signs: ReadonlyMap<string, string> = new Map([
  ['USD', '$'],
  ['EUR', '€'],
  ['GBP', '£'],
  ['JPY', '¥'],
  // Letters keep their distance from the digits, and the line together.
  ['CHF', 'CHF\u{a0}'],
]);

/** `$` for USD; undefined where the unit is no currency, or one whose sign is not known here. */
export function currencySign(unit: string | undefined): string | undefined {
  return unit === undefined ? undefined : signs.get(unit);
}
