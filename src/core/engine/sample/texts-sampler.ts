/** Sentences put together from the user's own lists: one piece of each list, without repeats inside a cell where the lists allow it. */
import { failure, success } from '#core/base/result.ts';
import type { CreateSampler } from './sample-context.ts';

/** How often a sentence that stands in the cell already is drawn again. */
const tries = 8;

export const createTextsSampler: CreateSampler<'texts'> = (
  { lists, low, high },
  { columnRandom },
) => {
  if (lists.length === 0 || lists.some((list) => list.length === 0))
    return failure('A list has no texts. Add at least one to each.');
  if (low > high) return failure('The fewest sentences are more than the most. Exchange them.');
  const valueOf = (row: number): string => {
    let draw = 0;
    const pick = (list: readonly string[]): string =>
      list[columnRandom.below(list.length, row, draw++)] ?? '';
    const sentence = (): string => lists.map(pick).join(' ');
    const count = low + columnRandom.below(high - low + 1, row, draw++);
    const sentences: string[] = [];
    for (let index = 0; index < count; index += 1) {
      let next = sentence();
      for (let time = 1; time < tries && sentences.includes(next); time += 1) next = sentence();
      sentences.push(next);
    }
    return sentences.join(' ');
  };
  return success({ draw: valueOf, block: { kind: 'computed', valueOf } });
};
