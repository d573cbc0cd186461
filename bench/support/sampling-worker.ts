// Runs in a worker of the browser: takes turns with the sides of sampling and answers with what each took.
import { randomOnly, sample, tenColumns, withFaker } from './sampling-sides.ts';

/** Milliseconds. */
export interface SamplingTurn {
  readonly random: number;
  readonly ours: number;
  readonly faker: number;
}

function timeMs(run: () => unknown): number {
  const start = performance.now();
  run();
  return performance.now() - start;
}

globalThis.onmessage = ({ data }: MessageEvent<{ rowCount: number; turns: number }>) => {
  const { rowCount, turns } = data;
  const design = tenColumns();
  const take = (): SamplingTurn => ({
    random: timeMs(() => randomOnly(rowCount)),
    ours: timeMs(() => sample(design, rowCount)),
    faker: timeMs(() => withFaker(rowCount)),
  });
  // The first turn compiles.
  const all = Array.from({ length: turns + 1 }, take).slice(1);
  globalThis.postMessage(all);
};
