/**
 * Which examples a request shows. A few teach as much as many and cost less, and the same few in every
 * request pull all rows towards themselves, so each request draws its own.
 */
import { createRandom } from '#core/base/random.ts';
import type { Call, DatasetDesign, Example } from '#core/design/design.ts';

const usualExamples = 4;

/**
 * Examples for a request, in the order of the design. The choice follows from the seed, the call and the
 * first row asked for, so that a repetition shows the same and no answer's order changes it.
 */
export function createExampleChoice(
  design: DatasetDesign,
  call: Call | undefined,
): (rows: readonly number[]) => readonly Example[] {
  const examples = call?.examples ?? [];
  const most = call?.examplesPerRequest ?? usualExamples;
  if (examples.length <= most) return () => examples;
  const random = createRandom(design.seed, `examples ${call?.id ?? ''}`);
  return ([row = 0]) => {
    const left = examples.map((_, index) => index);
    const chosen = Array.from({ length: most }, (_, draw) => {
      const [index = 0] = left.splice(random.below(left.length, row, draw), 1);
      return index;
    });
    return chosen.toSorted((a, b) => a - b).flatMap((index) => examples[index] ?? []);
  };
}
