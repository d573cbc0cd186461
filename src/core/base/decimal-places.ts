/** How many decimals a number has as people write it. */

/** Digits after the decimal point in the shortest form of a number: 2 for 0.25, 7 for 1e-7. */
export function decimalPlacesOf(value: number): number {
  const [mantissa = '', exponent = '0'] = String(value).split('e');
  const digits = mantissa.split('.')[1]?.length ?? 0;
  return Math.max(0, digits - Number(exponent));
}
