/** Moments drawn evenly from the whole years, months, days, hours, minutes or seconds that begin in a range. */
import { failure, success } from '#core/base/result.ts';
import type { FillOf } from '#core/design/fill.ts';
import { parseIsoMoment, unitMs, unitNames } from '#core/design/iso-moment.ts';
import { blockRows } from './block-kernel.ts';
import { formatMoment, monthOf, startOfMonth } from './moment.ts';
import type { CreateSampler } from './sample-context.ts';

type Unit = FillOf<'datetime'>['unit'];
/** Texts are kept for ranges of up to this many moments: making them is the costly part. */
const keptTexts = 65_536;

/** Scratch of this thread, done with before a kernel returns. */
const uniforms = new Float64Array(blockRows);

/** `start` is included, `end` is not. A column of type date gives `2024-01-31`, others `2024-01-31T00:00:00`. */
export const createDatetimeSampler: CreateSampler<'datetime'> = (
  fill,
  { column, uniform, fillUniforms },
) => {
  const start = parseIsoMoment(fill.start);
  const end = parseIsoMoment(fill.end);
  if (start === undefined || end === undefined) {
    const wrong = start === undefined ? fill.start : fill.end;
    return failure(
      `“${wrong.slice(0, 40)}” is no date. Write it as 2024-01-31 or 2024-01-31T09:30:00.`,
    );
  }
  const steps = stepsOf(fill.unit);
  const first = steps.from(start);
  const count = steps.from(end) - first;
  if (count <= 0)
    return failure(
      `No ${unitNames[fill.unit]} begins between start and end. Widen the range or choose a smaller unit.`,
    );
  const length = column.type === 'date' ? 10 : 19;
  const textOf = (index: number): string =>
    formatMoment(steps.timeMs(first + index)).slice(0, length);
  const indexOf = (row: number): number => Math.floor(uniform(row) * count);
  if (count > keptTexts) return success({ draw: (row) => textOf(indexOf(row)) });
  const texts = new Array<string | undefined>(count);
  const valueOf = (index: number): string => (texts[index] ??= textOf(index));
  return success({
    draw: (row) => valueOf(indexOf(row)),
    block: {
      kind: 'codes',
      valueOf,
      fill(from, rows, out) {
        fillUniforms(from, rows, uniforms);
        for (let index = 0; index < rows; index += 1)
          out[index] = Math.floor((uniforms[index] ?? 0) * count);
        return true;
      },
    },
  });
};

interface Steps {
  /** Number of the first step that begins at or after a moment. */
  from(timeMs: number): number;
  timeMs(step: number): number;
}

function stepsOf(unit: Unit): Steps {
  if (unit !== 'Y' && unit !== 'M') {
    const size = unitMs[unit];
    return { from: (timeMs) => Math.ceil(timeMs / size), timeMs: (step) => step * size };
  }
  const months = unit === 'Y' ? 12 : 1;
  return {
    from(timeMs) {
      const month = monthOf(timeMs);
      return Math.ceil((startOfMonth(month) < timeMs ? month + 1 : month) / months);
    },
    timeMs: (step) => startOfMonth(step * months),
  };
}
