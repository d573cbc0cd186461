/** The sum of weights in words. */

/** Below 1 the weights read as rates: what is missing is shared in proportion when rows are drawn. */
export function totalWords(total: number): string {
  const text = `total ${Number(total.toPrecision(12))}`;
  if (total >= 1 || total <= 0) return text;
  return `${text}, ${Number((1 - total).toPrecision(6))} left; drawn in proportion`;
}
