/** How varied the texts of a column are, as one line of words. */
import type { TextDiversity } from '#core/analysis/text-diversity.ts';

const percent = new Intl.NumberFormat('en', { style: 'percent', maximumFractionDigits: 1 });
const short = new Intl.NumberFormat('en', { maximumFractionDigits: 1 });

export function diversityWords(diversity: TextDiversity): string {
  const { count, distinctShare, nearShare, effectiveCount, openings } = diversity;
  if (count === 0) return 'no texts yet';
  const [first] = openings;
  const varied = short.format(effectiveCount);
  return [
    `${percent.format(distinctShare)} distinct`,
    `${percent.format(nearShare)} near repeats`,
    `as varied as ${varied === '1' ? '1 text' : `${varied} different texts`}`,
    ...(first === undefined ? [] : [`${first.count} begin “${first.text}”`]),
  ].join(', ');
}
