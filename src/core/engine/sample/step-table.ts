/**
 * Rounded laws give the same number for whole stretches of uniform numbers. Once many rows have been
 * drawn, the stretches are looked up and the law is worked out only between them.
 */

/** Rows that pay for a table. */
const rowsBefore = 65_536;
/** Stretches of equal length that [0, 1) is cut into. */
const stretches = 65_536;

/** Replaces the first `count` numbers by what the law gives for them. */
export type ApplyLaw = (numbers: Float64Array, count: number) => void;

/** `law` rises with its argument, from [0, 1); the answers are those of `law`. */
export function createStepTable(law: (uniform: number) => number): ApplyLaw {
  let drawn = 0;
  let table: Float64Array | undefined;
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

function lookUp(
  numbers: Float64Array,
  table: Float64Array,
  law: (uniform: number) => number,
): void {
  for (let index = 0; index < numbers.length; index += 1) {
    const uniform = numbers[index] ?? 0;
    const known = table[Math.floor(uniform * stretches)] ?? Number.NaN;
    numbers[index] = known === known ? known : law(uniform);
  }
}

/** The number of each stretch, NaN where it has several; undefined when most have. */
function tableOf(law: (uniform: number) => number): Float64Array | undefined {
  const table = new Float64Array(stretches);
  let known = 0;
  let low = law(0);
  for (let stretch = 0; stretch < stretches - 1; stretch += 1) {
    const high = law((stretch + 1) / stretches);
    const isOne = low === high;
    table[stretch] = isOne ? low : Number.NaN;
    if (isOne) known += 1;
    low = high;
  }
  // The end of the last stretch is no argument of the law.
  table[stretches - 1] = Number.NaN;
  return known > stretches / 2 ? table : undefined;
}
