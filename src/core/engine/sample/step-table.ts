/**
 * Rounded laws give the same number for whole stretches of uniform numbers. Once many rows have been
 * drawn, the stretches are looked up, and where two numbers share one the place where the first ends is
 * narrowed by every row that falls near it.
 */

/** Rows that pay for a table. */
const rowsBefore = 16_384;
/** Stretches of equal length that [0, 1) is cut into. */
const stretches = 16_384;

/** Replaces the first `count` numbers by what the law gives for them. */
export type ApplyLaw = (numbers: Float64Array, count: number) => void;

/** `law` rises with its argument, from [0, 1); the answers are those of `law`. */
export function createStepTable(law: (uniform: number) => number): ApplyLaw {
  let drawn = 0;
  let table: StepTable | undefined;
  return (numbers, count) => {
    if (drawn < rowsBefore) {
      drawn += count;
      if (drawn >= rowsBefore) table = tableOf(law);
    }
    if (table === undefined)
      for (let index = 0; index < count; index += 1) numbers[index] = law(numbers[index] ?? 0);
    else lookUp(numbers.subarray(0, count), table, law);
  };
}

interface StepTable {
  /** The number where each stretch begins; NaN at the end of the last one, which is no argument of the law. */
  readonly starts: Float64Array;
  /** By stretch: up to here the law is known to give the number of its start, and from here that of the next one's. */
  readonly lowEnds: Float64Array;
  readonly highStarts: Float64Array;
}

function lookUp(numbers: Float64Array, table: StepTable, law: (uniform: number) => number): void {
  const { starts, lowEnds, highStarts } = table;
  for (let index = 0; index < numbers.length; index += 1) {
    const uniform = numbers[index] ?? 0;
    const stretch = Math.floor(uniform * stretches);
    if (uniform <= (lowEnds[stretch] ?? 0)) numbers[index] = starts[stretch] ?? 0;
    else if (uniform >= (highStarts[stretch] ?? 1)) numbers[index] = starts[stretch + 1] ?? 0;
    else numbers[index] = learn(table, uniform, law(uniform));
  }
}

/** Narrows what is not known of a stretch by one number of the law; answers with it. */
function learn(
  { starts, lowEnds, highStarts }: StepTable,
  uniform: number,
  number: number,
): number {
  const stretch = Math.floor(uniform * stretches);
  if (number === starts[stretch]) lowEnds[stretch] = uniform;
  else if (number === starts[stretch + 1]) highStarts[stretch] = uniform;
  return number;
}

/** Undefined when most stretches have another number in their middle than at their ends. */
function tableOf(law: (uniform: number) => number): StepTable | undefined {
  const places = Float64Array.from({ length: stretches + 1 }, (_, index) => index / stretches);
  const starts = places.map((place) => (place < 1 ? law(place) : Number.NaN));
  const table = { starts, lowEnds: places.slice(0, -1), highStarts: places.slice(1) };
  let known = 0;
  for (let stretch = 0; stretch < stretches; stretch += 1) {
    const [low, high] = [starts[stretch], starts[stretch + 1]];
    const middle = (stretch + 0.5) / stretches;
    const number = low === high ? low : learn(table, middle, law(middle));
    if (low === high) table.lowEnds[stretch] = places[stretch + 1] ?? 1;
    if (number === low || number === high) known += 1;
  }
  return known > stretches / 2 ? table : undefined;
}
