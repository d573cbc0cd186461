/** Moments drawn evenly from the whole years, months, days, hours, minutes or seconds that begin in a range. */
import { failure, success } from '#core/base/result.ts';
import type { Column } from '#core/design/design.ts';
import { parseIsoMoment, unitNames } from '#core/design/iso-moment.ts';
import type { Range } from '#core/design/law/law.ts';
import { momentSteps, type MomentSteps } from '#core/design/moment-steps.ts';
import { cutSpan, momentForm, unwritten, type StepSpan } from '#core/design/order/drawn-moments.ts';
import { Refusal } from '#core/engine/cell-draw.ts';
import { blockRows } from './block-kernel.ts';
import { formatMoment } from './moment.ts';
import { createMomentEnd, noMomentLeft } from './moment-range.ts';
import { createMovingRange, isMoving } from './moving-range.ts';
import type { CreateSampler, SampleContext, Sampler } from './sample-context.ts';

/** Texts are kept for ranges of up to this many moments: making them is the costly part. */
const keptTexts = 65_536;

/** Scratch of this thread, done with before a kernel returns. */
const uniforms = new Float64Array(blockRows);

/** `start` is included, `end` is not. A column of type date gives `2024-01-31`, others `2024-01-31T00:00:00`. */
export const createDatetimeSampler: CreateSampler<'datetime'> = (fill, context) => {
  const start = parseIsoMoment(fill.start);
  const end = parseIsoMoment(fill.end);
  if (start === undefined || end === undefined) {
    const wrong = start === undefined ? fill.start : fill.end;
    return failure(
      `“${wrong.slice(0, 40)}” is no date. Write it as 2024-01-31 or 2024-01-31T09:30:00.`,
    );
  }
  const steps = momentSteps(fill.unit);
  const span = { first: steps.from(start), next: steps.from(end) };
  if (span.next <= span.first)
    return failure(
      `No ${unitNames[fill.unit]} begins between start and end. Widen the range or choose a smaller unit.`,
    );
  return success(samplerOf(steps, span, context));
};

function samplerOf(steps: MomentSteps, span: StepSpan, context: SampleContext): Sampler {
  const { column, design, narrowing } = context;
  const form = momentForm(column);
  if (narrowing === undefined || form === undefined) return spanSampler(steps, span, context);
  const cut = (range: Range): StepSpan => cutSpan(span, steps, unwritten(range, form));
  if (!isMoving(narrowing)) {
    const left = cut(narrowing);
    const refusal = noMomentLeft(column, narrowing, form);
    return left.next > left.first ? spanSampler(steps, left, context) : { draw: () => refusal };
  }
  const rangeOf = createMovingRange(narrowing, design, createMomentEnd(design, form));
  const textOf = createTexts(steps, span, column);
  return {
    draw(row, view) {
      const range = rangeOf(view);
      if (range instanceof Refusal) return range;
      const { first, next } = cut(range);
      if (next <= first) return noMomentLeft(column, range, form);
      const step = first + Math.floor(context.uniform(row, view) * (next - first));
      return textOf(step - span.first);
    },
  };
}

/** Evenly from all steps of the span. */
function spanSampler(
  steps: MomentSteps,
  span: StepSpan,
  { column, uniform, fillUniforms }: SampleContext,
): Sampler {
  const count = span.next - span.first;
  const valueOf = createTexts(steps, span, column);
  const draw = (row: number): string => valueOf(Math.floor(uniform(row) * count));
  if (count > keptTexts) return { draw };
  return {
    draw,
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
  };
}

/** The text of the step at `index` of the span; texts of short spans are made once. */
function createTexts(
  steps: MomentSteps,
  { first, next }: StepSpan,
  { type }: Pick<Column, 'type'>,
): (index: number) => string {
  const length = type === 'date' ? 10 : 19;
  const textOf = (index: number): string =>
    formatMoment(steps.timeMs(first + index)).slice(0, length);
  if (next - first > keptTexts) return textOf;
  const texts = new Array<string | undefined>(next - first);
  return (index) => (texts[index] ??= textOf(index));
}
