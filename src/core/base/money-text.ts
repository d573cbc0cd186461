/** Amounts of money as people read them. */

const cents = new Intl.NumberFormat('en', { minimumFractionDigits: 2, maximumFractionDigits: 2 });

/**
 * US dollars: cents from one cent on, two significant digits below ("$0.0063"), "$0" for nothing.
 * `usd` is 0 or more.
 */
export function moneyText(usd: number): string {
  if (usd === 0) return '$0';
  if (usd >= 0.01) return `$${cents.format(usd)}`;
  if (usd < 0.000_001) return '< $0.000001';
  const digits = Math.ceil(-Math.log10(usd)) + 1;
  return `$${Number(usd.toFixed(digits)).toFixed(digits).replace(/0+$/, '')}`;
}
