/**
 * The order of values inside one block of rows: drawn row by row so that every prefix keeps every
 * value within one row of its target. Each row of a value has a window of places, as a job has a
 * release and a deadline (the view Steiner and Yeomans took of just-in-time sequences).
 */
import { scaledTarget, targetUnit } from './apportion.ts';

export interface Block {
  readonly shares: Float64Array;
  /** Rows before the block, and rows in it. */
  readonly startRow: number;
  readonly length: number;
  /** Rows of each value before the block and at its end; the differences add up to `length`. */
  readonly before: Int32Array;
  readonly after: Int32Array;
}

/** The rows that one value has to place in the block. */
interface Job {
  readonly value: number;
  readonly share: number;
  /** Rows of the value before the block. */
  readonly first: number;
  /** For each of its rows the first and the last place that keeps the quota, both inclusive. */
  readonly releases: readonly number[];
  readonly deadlines: readonly number[];
  placed: number;
}

/**
 * Writes the value of each row of the block into `places`. `float(row)` is a number in [0, 1) for an
 * absolute row number. A value's chance at a row is its target's share of what its window has left,
 * so over many blocks each row meets each value at nearly its share. Where two counts cannot be
 * joined within the quota, the earliest deadline comes first.
 */
export function drawBlock(block: Block, float: (row: number) => number, places: Int32Array): void {
  const jobs = jobsOf(block);
  const slack = slackOf(jobs, block.length);
  const chances = new Float64Array(jobs.length);
  for (let place = 0; place < block.length; place += 1) {
    const latest = firstTight(slack, place);
    const total = writeChances({ jobs, block, place, latest }, chances);
    const job =
      total > 0
        ? drawn(jobs, chances, float(block.startRow + place) * total)
        : mostUrgent(jobs, place);
    if (job === undefined) return;
    const deadline = job.deadlines[job.placed] ?? place;
    for (let other = place; other < deadline; other += 1) slack[other] = (slack[other] ?? 0) - 1;
    job.placed += 1;
    places[place] = job.value;
  }
}

function jobsOf(block: Block): Job[] {
  const jobs: Job[] = [];
  for (let value = 0; value < block.shares.length; value += 1)
    if ((block.after[value] ?? 0) > (block.before[value] ?? 0)) jobs.push(jobOf(block, value));
  return jobs;
}

/**
 * The m-th row of a value may stand at prefix n when m − 1 < n·p and must stand there when m ≤ n·p:
 * exactly then |count − n·p| < 1 holds at every n.
 */
function jobOf({ shares, startRow, length, before, after }: Block, value: number): Job {
  const share = shares[value] ?? 0;
  const first = before[value] ?? 0;
  const rows = (after[value] ?? 0) - first;
  const releases: number[] = [];
  const deadlines: number[] = [];
  for (let place = 0; place < length; place += 1) {
    const target = scaledTarget(share, startRow + place + 1);
    while (releases.length < rows && target > (first + releases.length) * targetUnit)
      releases.push(place);
    while (deadlines.length < rows && target >= (first + deadlines.length + 1) * targetUnit)
      deadlines.push(place);
  }
  while (releases.length < rows) releases.push(length - 1);
  while (deadlines.length < rows) deadlines.push(length - 1);
  return { value, share, first, releases, deadlines, placed: 0 };
}

/** For each place: how many rows up to it are not yet spoken for by a deadline. */
function slackOf(jobs: readonly Job[], length: number): Int32Array {
  const slack = new Int32Array(length);
  for (const { deadlines } of jobs)
    for (const deadline of deadlines) slack[deadline] = (slack[deadline] ?? 0) - 1;
  let free = 0;
  for (let place = 0; place < length; place += 1) {
    free += 1 + (slack[place] ?? 0);
    slack[place] = free;
  }
  return slack;
}

/** The first place up to which every row is spoken for: only rows due by then may come now (Hall's condition). */
function firstTight(slack: Int32Array, from: number): number {
  let place = from;
  while (place < slack.length - 1 && (slack[place] ?? 0) > 0) place += 1;
  return place;
}

interface Turn {
  readonly jobs: readonly Job[];
  readonly block: Block;
  readonly place: number;
  readonly latest: number;
}

function writeChances({ jobs, block, place, latest }: Turn, chances: Float64Array): number {
  const row = block.startRow + place;
  const end = block.startRow + block.length;
  let total = 0;
  for (let index = 0; index < jobs.length; index += 1) {
    const job = jobs[index];
    const deadline = job?.deadlines[job.placed];
    chances[index] = 0;
    if (job === undefined || deadline === undefined) continue;
    if (deadline > latest || (job.releases[job.placed] ?? 0) > place) continue;
    const chance = deadline === place ? 1 : Math.max(chanceOf(job, row, end), 1e-9);
    chances[index] = chance;
    total += chance;
  }
  return total;
}

/**
 * The chance that gives each row of the value every place of its window in proportion to how much of
 * its unit of target falls there, given that it has not been placed yet. Where the row before it ends
 * inside this place, given too that that one did not take the place.
 */
function chanceOf({ first, placed, share }: Job, row: number, end: number): number {
  const due = first + placed;
  const reached = row * share;
  if (due > reached) return (reached + share - due) / (reached - due + 1);
  return share / (Math.min(due + 1, end * share) - reached);
}

function drawn(jobs: readonly Job[], chances: Float64Array, mark: number): Job | undefined {
  let sum = 0;
  let last: Job | undefined;
  for (let index = 0; index < jobs.length; index += 1) {
    const chance = chances[index] ?? 0;
    if (chance === 0) continue;
    last = jobs[index];
    sum += chance;
    if (mark < sum) return last;
  }
  return last;
}

/** Earliest deadline first, among released rows if there are any. */
function mostUrgent(jobs: readonly Job[], place: number): Job | undefined {
  const open = jobs.filter((job) => job.placed < job.deadlines.length);
  const released = open.filter((job) => (job.releases[job.placed] ?? 0) <= place);
  const from = released.length > 0 ? released : open;
  return from.reduce<Job | undefined>(
    (best, job) => (best === undefined || dueOf(job) < dueOf(best) ? job : best),
    undefined,
  );
}

function dueOf(job: Job): number {
  return job.deadlines[job.placed] ?? Number.POSITIVE_INFINITY;
}
