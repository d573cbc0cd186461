/** Why no row can meet a rule, in words: the laws and the other rules that leave it no room. */
import { listWords } from '#core/base/list-words.ts';
import { findColumn, type Column, type DatasetDesign } from '#core/design/design.ts';
import type { Range } from '#core/design/law/law.ts';
import { constraintSentence } from '#core/design/sentence.ts';
import { momentForm } from './drawn-moments.ts';
import type { Infeasible } from './read-order.ts';

/** More rules than this are counted instead. */
const mostNamed = 4;

/** One sentence, or two. */
export function infeasibleWords(
  { others, laws }: Omit<Infeasible, 'constraint'>,
  design: DatasetDesign,
): string {
  const ranges = laws.map(({ columnId, range, from }) => {
    const column = findColumn(design, columnId);
    const name = column?.name ?? columnId;
    if (from === undefined) return `${name} lies ${rangeWords(range, column)}`;
    return `${name} is counted from ${findColumn(design, from)?.name ?? from}`;
  });
  const rules = ruleWords(others, design);
  if (ranges.length === 0)
    return rules === ''
      ? 'This rule contradicts itself, so no row can meet it.'
      : `This rule contradicts ${rules}, so no row can meet ${others.length === 1 ? 'both' : 'them all'}.`;
  const where = ranges.join(' and ');
  return rules === ''
    ? `${where}, so no row can meet this rule.`
    : `${where}. Together with ${rules} that leaves this rule no row.`;
}

function ruleWords(places: readonly number[], design: DatasetDesign): string {
  const isLong = places.length > mostNamed;
  const named = places
    .slice(0, isLong ? mostNamed - 1 : mostNamed)
    .flatMap((place) => design.constraints[place] ?? [])
    .map((constraint) => `“${shorten(constraintSentence(constraint, design))}”`);
  if (isLong) named.push(`${places.length - named.length} more rules`);
  return listWords(named);
}

/** Such as `between 0 and 1`; of a column of moments, such as `between 2024-01-01 and 2024-12-31`. */
export function rangeWords({ low, high }: Range, column?: Column): string {
  const [least, most] = [endWord(low, column), endWord(high, column)];
  if (low === high) return `at ${least}`;
  if (!Number.isFinite(low)) return `at or below ${most}`;
  return Number.isFinite(high) ? `between ${least} and ${most}` : `at or above ${least}`;
}

function endWord(value: number, column: Column | undefined): string {
  const form = momentForm(column);
  const date = form === undefined ? undefined : new Date(value);
  if (form === undefined || date === undefined || Number.isNaN(date.getTime())) return `${value}`;
  return date.toISOString().slice(0, form.length);
}

function shorten(text: string): string {
  return text.length > 60 ? `${text.slice(0, 60)}…` : text;
}
