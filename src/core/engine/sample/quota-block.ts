/**
 * The order of values inside one block of rows: drawn row by row so that every prefix keeps every
 * value within one row of its target. Each row of a value has a window of places, as a job has a
 * release and a deadline (the view Steiner and Yeomans took of just-in-time sequences).
 */
import { scaledTarget, targetUnit } from './apportion.ts';

export interface Block {
  readonly startRow: number;
  /** Rows of each value before the block and at its end; the differences add up to the length of a block. */
  readonly before: Int32Array;
  readonly after: Int32Array;
}

/**
 * Writes the value of each row of the block into `places`. `float(row)` is a number in [0, 1) for an
 * absolute row number.
 */
export type DrawBlock = (block: Block, float: (row: number) => number, places: Int32Array) => void;

/** The rows that each value has to place, in arrays that serve one block after the other. */
interface Jobs {
  readonly shares: Float64Array;
  readonly length: number;
  /** Values with a row in the block; only the first `count` hold. */
  readonly values: Int32Array;
  count: number;
  /** By value: rows before the block, rows in it, rows placed so far, and where its windows begin. */
  readonly first: Int32Array;
  readonly rows: Int32Array;
  readonly placed: Int32Array;
  readonly offset: Int32Array;
  /** For each row of each value the first and the last place that keeps the quota, both inclusive. */
  readonly releases: Int32Array;
  readonly deadlines: Int32Array;
  /** For each place: how many rows up to it are not yet spoken for by a deadline. */
  readonly slack: Int32Array;
  readonly chances: Float64Array;
  /** Where the drawing stands: rows before the block, the place, and the last deadline that may come now. */
  startRow: number;
  place: number;
  latest: number;
}

/**
 * A value's chance at a row is its target's share of what its window has left, so over many blocks
 * each row meets each value at nearly its share. Where two counts cannot be joined within the quota,
 * the earliest deadline comes first. `shares` add up to 1; a block has `length` rows.
 */
export function createBlockDraw(shares: Float64Array, length: number): DrawBlock {
  const perValue = (): Int32Array => new Int32Array(shares.length);
  const perPlace = (): Int32Array => new Int32Array(length);
  const jobs: Jobs = {
    ...{ shares, length, values: perValue(), count: 0, first: perValue(), rows: perValue() },
    ...{ placed: perValue(), offset: perValue(), releases: perPlace(), deadlines: perPlace() },
    ...{ slack: perPlace(), chances: new Float64Array(shares.length) },
    ...{ startRow: 0, place: 0, latest: -1 },
  };
  return (block, float, places) => {
    setUp(jobs, block);
    drawPlaces(jobs, float, places);
  };
}

function setUp(jobs: Jobs, { startRow, before, after }: Block): void {
  const { shares, length, values, first, rows, placed, offset, slack } = jobs;
  jobs.count = 0;
  jobs.startRow = startRow;
  jobs.latest = -1;
  slack.fill(0);
  let next = 0;
  for (let value = 0; value < shares.length; value += 1) {
    const earlier = before[value] ?? 0;
    const own = (after[value] ?? 0) - earlier;
    if (own <= 0) continue;
    values[jobs.count] = value;
    jobs.count += 1;
    first[value] = earlier;
    rows[value] = own;
    placed[value] = 0;
    offset[value] = next;
    writeWindows(jobs, value);
    next += own;
  }
  let free = 0;
  for (let place = 0; place < length; place += 1) {
    free += 1 + (slack[place] ?? 0);
    slack[place] = free;
  }
}

/**
 * The m-th row of a value may stand at prefix n when m − 1 < n·p and must stand there when m ≤ n·p:
 * exactly then |count − n·p| < 1 holds at every n.
 */
function writeWindows(jobs: Jobs, value: number): void {
  const { first, rows, offset, releases, deadlines, slack } = jobs;
  const earlier = first[value] ?? 0;
  const own = rows[value] ?? 0;
  const start = offset[value] ?? 0;
  for (let row = 0; row < own; row += 1) {
    // Targets are whole numbers, so more than one is at least one more.
    releases[start + row] = placeReaching(jobs, value, (earlier + row) * targetUnit + 1);
    const deadline = placeReaching(jobs, value, (earlier + row + 1) * targetUnit);
    deadlines[start + row] = deadline;
    slack[deadline] = (slack[deadline] ?? 0) - 1;
  }
}

/** The first place whose target is at least `wanted`; the last place when none is. Rounding may move it by one from where it is looked for. */
function placeReaching({ shares, length, startRow }: Jobs, value: number, wanted: number): number {
  const share = shares[value] ?? 0;
  const guess = Math.floor(wanted / targetUnit / share) - startRow - 1;
  let place = guess > 0 ? Math.min(length - 1, guess) : 0;
  while (place > 0 && scaledTarget(share, startRow + place) >= wanted) place -= 1;
  while (place < length - 1 && scaledTarget(share, startRow + place + 1) < wanted) place += 1;
  return place;
}

function drawPlaces(jobs: Jobs, float: (row: number) => number, places: Int32Array): void {
  const { length, startRow, placed, offset, deadlines, slack } = jobs;
  for (let place = 0; place < length; place += 1) {
    jobs.place = place;
    // Slack only falls, so the first place without any stays the first until it is passed or a nearer one runs out.
    if (jobs.latest < place) jobs.latest = firstTight(slack, place);
    const total = writeChances(jobs);
    const value = total > 0 ? drawn(jobs, float(startRow + place) * total) : mostUrgent(jobs);
    if (value < 0) return;
    const deadline = deadlines[(offset[value] ?? 0) + (placed[value] ?? 0)] ?? place;
    speakFor(jobs, deadline);
    placed[value] = (placed[value] ?? 0) + 1;
    places[place] = value;
  }
}

/** A row due at `deadline` came now: every place before that has one row less to give away. */
function speakFor(jobs: Jobs, deadline: number): void {
  const { slack, place } = jobs;
  for (let other = place; other < deadline; other += 1) {
    const left = (slack[other] ?? 0) - 1;
    slack[other] = left;
    if (left <= 0 && other > place && other < jobs.latest) jobs.latest = other;
  }
}

/** The first place up to which every row is spoken for: only rows due by then may come now (Hall's condition). */
function firstTight(slack: Int32Array, from: number): number {
  let place = from;
  while (place < slack.length - 1 && (slack[place] ?? 0) > 0) place += 1;
  return place;
}

function writeChances(jobs: Jobs): number {
  const { place, latest, startRow } = jobs;
  const { count, values, rows, placed, offset, releases, deadlines, chances } = jobs;
  let total = 0;
  for (let index = 0; index < count; index += 1) {
    const value = values[index] ?? 0;
    const done = placed[value] ?? 0;
    chances[index] = 0;
    if (done >= (rows[value] ?? 0)) continue;
    const at = (offset[value] ?? 0) + done;
    const deadline = deadlines[at] ?? 0;
    if (deadline > latest || (releases[at] ?? 0) > place) continue;
    const chance = deadline === place ? 1 : Math.max(chanceOf(jobs, value, startRow + place), 1e-9);
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
function chanceOf({ shares, first, placed, length }: Jobs, value: number, row: number): number {
  const share = shares[value] ?? 0;
  const due = (first[value] ?? 0) + (placed[value] ?? 0);
  const reached = row * share;
  if (due > reached) return (reached + share - due) / (reached - due + 1);
  const end = row - (row % length) + length;
  return share / (Math.min(due + 1, end * share) - reached);
}

/** The value whose part of the summed chances holds the mark. */
function drawn({ count, values, chances }: Jobs, mark: number): number {
  let sum = 0;
  let last = -1;
  for (let index = 0; index < count; index += 1) {
    const chance = chances[index] ?? 0;
    if (chance === 0) continue;
    last = values[index] ?? 0;
    sum += chance;
    if (mark < sum) return last;
  }
  return last;
}

/** Earliest deadline first, among released rows if there are any; -1 when all are placed. */
function mostUrgent(jobs: Jobs): number {
  const { place, count, values, rows, placed, offset, releases, deadlines } = jobs;
  const urgentOf = (isOpen: (at: number) => boolean): number => {
    let best = -1;
    let earliest = Number.POSITIVE_INFINITY;
    for (let index = 0; index < count; index += 1) {
      const value = values[index] ?? 0;
      const at = (offset[value] ?? 0) + (placed[value] ?? 0);
      if ((placed[value] ?? 0) >= (rows[value] ?? 0) || !isOpen(at)) continue;
      if ((deadlines[at] ?? 0) >= earliest) continue;
      best = value;
      earliest = deadlines[at] ?? 0;
    }
    return best;
  };
  const released = urgentOf((at) => (releases[at] ?? 0) <= place);
  return released >= 0 ? released : urgentOf(() => true);
}
