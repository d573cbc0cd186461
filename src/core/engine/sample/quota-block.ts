/**
 * The order of values inside one block of rows: drawn row by row so that every prefix keeps every
 * value within one row of its target. Each row of a value has a window of places, as a job has a
 * release and a deadline (the view Steiner and Yeomans took of just-in-time sequences).
 */
import { scaledTarget, targetUnit } from './apportion.ts';

export interface Block {
  /** A multiple of the block's length. */
  readonly startRow: number;
  /** Rows of each value before the block and at its end; the differences add up to the length of a block. */
  readonly before: Int32Array;
  readonly after: Int32Array;
}

/** Writes the value of each row of the block into `places`. `marks` has a number in [0, 1) for each of its rows. */
export type DrawBlock = (block: Block, marks: Float64Array, places: Int32Array) => void;

/** The rows that each value has to place, in arrays that serve one block after the other. */
interface Jobs {
  readonly shares: Float64Array;
  readonly length: number;
  /** Values with a row in the block, in table order. Of this and the next five only the first `count` hold. */
  readonly values: Int32Array;
  count: number;
  readonly ownShares: Float64Array;
  /** How many rows of the value come before its next one, and its target at the end of the block. */
  readonly due: Float64Array;
  readonly endTargets: Float64Array;
  /** Where the windows of the value's rows begin and end in the arrays below, and the one of its next row. */
  readonly firstWindow: Int32Array;
  readonly nextWindow: Int32Array;
  readonly endWindow: Int32Array;
  /** For each row of each value the first and the last place that keeps the quota, both inclusive. */
  readonly releases: Int32Array;
  readonly deadlines: Int32Array;
  /** For each place: how many rows up to it are not yet spoken for by a deadline; as it was before the first row. */
  readonly slack: Int32Array;
  readonly firstSlack: Int32Array;
  readonly chances: Float64Array;
  /** True while the windows are those of a block that begins and ends on whole targets: all such blocks have the same. */
  isWhole: boolean;
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
  const numberPerValue = (): Float64Array => new Float64Array(shares.length);
  const perPlace = (): Int32Array => new Int32Array(length);
  const jobs: Jobs = {
    ...{ shares, length, values: perValue(), count: 0, ownShares: numberPerValue() },
    ...{ due: numberPerValue(), endTargets: numberPerValue(), chances: numberPerValue() },
    ...{ firstWindow: perValue(), nextWindow: perValue(), endWindow: perValue() },
    ...{ releases: perPlace(), deadlines: perPlace(), slack: perPlace(), firstSlack: perPlace() },
    ...{ isWhole: false, startRow: 0, place: 0, latest: -1 },
  };
  return (block, marks, places) => {
    setUp(jobs, block);
    drawPlaces(jobs, marks, places);
  };
}

function setUp(jobs: Jobs, block: Block): void {
  jobs.startRow = block.startRow;
  jobs.latest = -1;
  const isWhole = isOnTargets(jobs, block);
  if (!isWhole || !jobs.isWhole) findWindows(jobs, block);
  jobs.isWhole = isWhole;
  const { count, values, ownShares, due, endTargets, firstWindow, nextWindow, slack } = jobs;
  for (let index = 0; index < count; index += 1) {
    due[index] = block.before[values[index] ?? 0] ?? 0;
    endTargets[index] = (block.startRow + jobs.length) * (ownShares[index] ?? 0);
    nextWindow[index] = firstWindow[index] ?? 0;
  }
  slack.set(jobs.firstSlack);
}

function isOnTargets({ shares, length }: Jobs, { startRow, before, after }: Block): boolean {
  for (let value = 0; value < shares.length; value += 1) {
    const share = shares[value] ?? 0;
    if (scaledTarget(share, startRow) !== (before[value] ?? 0) * targetUnit) return false;
    if (scaledTarget(share, startRow + length) !== (after[value] ?? 0) * targetUnit) return false;
  }
  return true;
}

function findWindows(jobs: Jobs, { before, after }: Block): void {
  const { shares, length, values, ownShares, firstWindow, endWindow, firstSlack } = jobs;
  firstSlack.fill(0);
  let [count, next] = [0, 0];
  for (let value = 0; value < shares.length; value += 1) {
    const earlier = before[value] ?? 0;
    const own = (after[value] ?? 0) - earlier;
    if (own <= 0) continue;
    values[count] = value;
    ownShares[count] = shares[value] ?? 0;
    firstWindow[count] = next;
    next += own;
    endWindow[count] = next;
    writeWindows(jobs, count, earlier);
    count += 1;
  }
  jobs.count = count;
  let free = 0;
  for (let place = 0; place < length; place += 1) {
    free += 1 + (firstSlack[place] ?? 0);
    firstSlack[place] = free;
  }
}

/**
 * The m-th row of a value may stand at prefix n when m − 1 < n·p and must stand there when m ≤ n·p:
 * exactly then |count − n·p| < 1 holds at every n. Targets are whole numbers, so more than one is at
 * least one more.
 */
function writeWindows(jobs: Jobs, index: number, earlier: number): void {
  const { length, startRow, firstWindow, endWindow, releases, deadlines, firstSlack } = jobs;
  const share = jobs.ownShares[index] ?? 0;
  const end = endWindow[index] ?? 0;
  let wanted = earlier * targetUnit;
  let release = placeReaching(jobs, share, wanted + 1);
  for (let at = firstWindow[index] ?? 0; at < end; at += 1) {
    releases[at] = release;
    wanted += targetUnit;
    const deadline = placeReaching(jobs, share, wanted);
    deadlines[at] = deadline;
    firstSlack[deadline] = (firstSlack[deadline] ?? 0) - 1;
    release = deadline;
    while (release < length - 1 && scaledTarget(share, startRow + release + 1) <= wanted)
      release += 1;
  }
}

/** The first place whose target is at least `wanted`; the last place when none is. Rounding may move it by one from where it is looked for. */
function placeReaching({ length, startRow }: Jobs, share: number, wanted: number): number {
  const guess = Math.floor(wanted / (targetUnit * share)) - startRow - 1;
  let place = guess > 0 ? Math.min(length - 1, guess) : 0;
  while (place > 0 && scaledTarget(share, startRow + place) >= wanted) place -= 1;
  while (place < length - 1 && scaledTarget(share, startRow + place + 1) < wanted) place += 1;
  return place;
}

function drawPlaces(jobs: Jobs, marks: Float64Array, places: Int32Array): void {
  const { length, values, due, nextWindow, deadlines, slack } = jobs;
  for (let place = 0; place < length; place += 1) {
    jobs.place = place;
    // Slack only falls, so the first place without any stays the first until it is passed or a nearer one runs out.
    if (jobs.latest < place) jobs.latest = firstTight(slack, place);
    const total = writeChances(jobs);
    const index = total > 0 ? drawn(jobs, (marks[place] ?? 0) * total) : mostUrgent(jobs);
    if (index < 0) return;
    const window = nextWindow[index] ?? 0;
    speakFor(jobs, deadlines[window] ?? place);
    nextWindow[index] = window + 1;
    due[index] = (due[index] ?? 0) + 1;
    places[place] = values[index] ?? 0;
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

/**
 * The chance that gives each row of a value every place of its window in proportion to how much of
 * its unit of target falls there, given that it has not been placed yet. Where the row before it ends
 * inside this place, given too that that one did not take the place. Answers with the sum.
 */
function writeChances(jobs: Jobs): number {
  const { place, latest, count, ownShares, due, endTargets, chances } = jobs;
  const { nextWindow, endWindow, releases, deadlines } = jobs;
  const row = jobs.startRow + place;
  let total = 0;
  for (let index = 0; index < count; index += 1) {
    const window = nextWindow[index] ?? 0;
    const deadline = deadlines[window] ?? 0;
    const isOpen = window < (endWindow[index] ?? 0) && (releases[window] ?? 0) <= place;
    if (!isOpen || deadline > latest) {
      chances[index] = 0;
      continue;
    }
    const share = ownShares[index] ?? 0;
    const before = due[index] ?? 0;
    const reached = row * share;
    const target =
      before > reached
        ? (reached + share - before) / (reached - before + 1)
        : share / (Math.min(before + 1, endTargets[index] ?? 0) - reached);
    const chance = deadline === place ? 1 : Math.max(target, 1e-9);
    chances[index] = chance;
    total += chance;
  }
  return total;
}

/** The entry whose part of the summed chances holds the mark. */
function drawn({ count, chances }: Jobs, mark: number): number {
  let sum = 0;
  let last = -1;
  for (let index = 0; index < count; index += 1) {
    const chance = chances[index] ?? 0;
    if (chance === 0) continue;
    last = index;
    sum += chance;
    if (mark < sum) return last;
  }
  return last;
}

/** Earliest deadline first, among released rows if there are any; -1 when all are placed. */
function mostUrgent(jobs: Jobs): number {
  const { place, count, nextWindow, endWindow, releases, deadlines } = jobs;
  const urgentOf = (isOpen: (window: number) => boolean): number => {
    let best = -1;
    let earliest = Number.POSITIVE_INFINITY;
    for (let index = 0; index < count; index += 1) {
      const window = nextWindow[index] ?? 0;
      if (window >= (endWindow[index] ?? 0) || !isOpen(window)) continue;
      if ((deadlines[window] ?? 0) >= earliest) continue;
      best = index;
      earliest = deadlines[window] ?? 0;
    }
    return best;
  };
  const released = urgentOf((window) => (releases[window] ?? 0) <= place);
  return released >= 0 ? released : urgentOf(() => true);
}
