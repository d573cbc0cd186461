/**
 * Runs a measure that yields now and then: the worker answers other calls in between, so that the grid
 * scrolls while a million rows are profiled, and a measure nobody waits for any more ends.
 */
import type { Clock } from '#core/base/clock.ts';

/** Longest time in one go. */
const sliceMs = 12;

/** The result, or undefined when it was cancelled. */
export async function runSteps<Value>(
  steps: Generator<undefined, Value>,
  { clock, isCancelled }: { readonly clock: Clock; readonly isCancelled: () => boolean },
): Promise<Value | undefined> {
  let sliceStart = clock.now();
  for (;;) {
    const step = steps.next();
    if (step.done === true) return step.value;
    if (clock.now() - sliceStart < sliceMs) continue;
    await clock.sleep(0);
    if (isCancelled()) return undefined;
    sliceStart = clock.now();
  }
}
