/**
 * Rounded laws give the same number for whole stretches of uniform numbers. Once many rows have been
 * drawn, the stretches are looked up, and where two numbers share one the place where the first ends is
 * narrowed by every row that falls near it.
 */

/** Rows that pay for a table. */
const rowsBefore = 16_384;
/** Stretches of equal length that [0, 1) is cut into. */
const stretches = 16_384;
/** Stretches, evenly apart, by which is told whether a table would help. */
const probes = 64;

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

/**
 * By stretch three numbers side by side, so that they are read from memory at once: the law at its start, up to
 * where the law is known to give that, and from where it is known to give that of the next stretch.
 * After the last stretch comes NaN, which is no number of the law.
 */
type StepTable = Float64Array;

const perStretch = 3;

function lookUp(numbers: Float64Array, table: StepTable, law: (uniform: number) => number): void {
  for (let index = 0; index < numbers.length; index += 1) {
    const uniform = numbers[index] ?? 0;
    const at = Math.floor(uniform * stretches) * perStretch;
    if (uniform <= (table[at + 1] ?? 0)) numbers[index] = table[at] ?? 0;
    else if (uniform >= (table[at + 2] ?? 1)) numbers[index] = table[at + perStretch] ?? 0;
    else numbers[index] = learn(table, at, { uniform, number: law(uniform) });
  }
}

interface Known {
  readonly uniform: number;
  readonly number: number;
}

/** Narrows what is not known of a stretch by one number of the law; answers with it. */
function learn(table: StepTable, at: number, { uniform, number }: Known): number {
  if (number === table[at]) table[at + 1] = uniform;
  else if (number === table[at + perStretch]) table[at + 2] = uniform;
  return number;
}

/** Undefined when in most of the stretches that are probed the middle has another number than the ends. */
function tableOf(law: (uniform: number) => number): StepTable | undefined {
  if (!hasSteps(law)) return undefined;
  const table = new Float64Array(stretches * perStretch + 1).fill(Number.NaN);
  for (let stretch = 0; stretch < stretches; stretch += 1) {
    const [at, start, end] = [stretch * perStretch, stretch / stretches, (stretch + 1) / stretches];
    table[at] = law(start);
    table[at + 1] = start;
    table[at + 2] = end;
    if (table[at] === table[at - perStretch]) table[at + 1 - perStretch] = start;
  }
  return table;
}

function hasSteps(law: (uniform: number) => number): boolean {
  let known = 0;
  for (let probe = 0; probe < probes; probe += 1) {
    const stretch = probe * (stretches / probes);
    const number = law((stretch + 0.5) / stretches);
    const ends = [law(stretch / stretches), law((stretch + 1) / stretches)];
    if (ends.includes(number)) known += 1;
  }
  return known > probes / 2;
}
