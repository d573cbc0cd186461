/**
 * The order of values inside one block of rows: drawn row by row so that every prefix keeps every
 * value within one row of its target. Each row of a value has a window of places, as a job has a
 * release and a deadline (the view Steiner and Yeomans took of just-in-time sequences).
 */
import { scaledTarget, targetUnit } from './apportion.ts';
import { markOf, markRange, type BlockPaths } from './block-paths.ts';
import { createPathMemory } from './path-memory.ts';

export interface Block {
  /** A multiple of the block's length. */
  readonly startRow: number;
  /** Rows of each value before the block and at its end; the differences add up to the length of a block. */
  readonly before: Int32Array;
  readonly after: Int32Array;
}

/** Writes the value of each row of the block into `places`. `words` has a random word for each of its rows. */
export type DrawBlock = (block: Block, words: Uint32Array, places: Int32Array) => void;

/** Targets are counted in whole units, so less than this between two of them is none. */
const tie = 2 / targetUnit;

/** The rows that each value has to place, counted from the beginning of the block, in arrays that serve one block after the other. */
interface Jobs {
  readonly shares: Float64Array;
  readonly length: number;
  /** By value: what its target is ahead of its rows before the block, in units of `targetUnit`, and its rows in the block. */
  readonly ahead: Float64Array;
  readonly rows: Int32Array;
  /** By value: rows placed so far, and its target at the end of the block. */
  readonly placed: Float64Array;
  readonly endTargets: Float64Array;
  /** By value: the window of its next row, and where its windows end, in the two arrays below. */
  readonly nextWindow: Int32Array;
  readonly endWindow: Int32Array;
  /** For each row of each value the first and the last place that keeps the quota, both inclusive. */
  readonly releases: Int32Array;
  readonly deadlines: Int32Array;
  /** For each place: how many rows up to it are not yet spoken for by a deadline. */
  readonly slack: Int32Array;
  readonly chances: Float64Array;
  /** Where the drawing stands: the place, and the last deadline that may come now. */
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
    ...{ shares, length, ahead: numberPerValue(), rows: perValue() },
    ...{ placed: numberPerValue(), endTargets: numberPerValue(), chances: numberPerValue() },
    ...{ nextWindow: perValue(), endWindow: perValue(), releases: perPlace() },
    ...{ deadlines: perPlace(), slack: perPlace(), place: 0, latest: -1 },
  };
  const pathsOf = createPathMemory(shares.length, length);
  return ({ startRow, before, after }, words, places) => {
    for (let value = 0; value < shares.length; value += 1) {
      const earlier = before[value] ?? 0;
      jobs.ahead[value] = scaledTarget(shares[value] ?? 0, startRow) - earlier * targetUnit;
      jobs.rows[value] = (after[value] ?? 0) - earlier;
    }
    const paths = pathsOf(jobs);
    const known = paths?.follow(words, places, 0) ?? 0;
    if (known < length) drawPlaces(jobs, { words, places, known, paths });
  };
}

function setUp(jobs: Jobs): void {
  const { shares, length, ahead, rows, placed, endTargets, nextWindow, endWindow, slack } = jobs;
  jobs.latest = -1;
  slack.fill(0);
  let next = 0;
  for (let value = 0; value < shares.length; value += 1) {
    placed[value] = 0;
    endTargets[value] = (ahead[value] ?? 0) / targetUnit + length * (shares[value] ?? 0);
    nextWindow[value] = next;
    next += Math.max(0, rows[value] ?? 0);
    endWindow[value] = next;
    writeWindows(jobs, value);
  }
  let free = 0;
  for (let place = 0; place < length; place += 1) {
    free += 1 + (slack[place] ?? 0);
    slack[place] = free;
  }
}

/**
 * The m-th row of a value may stand at prefix n when m − 1 < n·p and must stand there when m ≤ n·p:
 * exactly then |count − n·p| < 1 holds at every n. Targets are whole numbers, so more than one is at
 * least one more.
 */
function writeWindows(jobs: Jobs, value: number): void {
  const { length, nextWindow, endWindow, releases, deadlines, slack } = jobs;
  const first = nextWindow[value] ?? 0;
  const end = endWindow[value] ?? 0;
  if (first === end) return;
  let wanted = 0;
  let release = placeReaching(jobs, value, 1);
  for (let window = first; window < end; window += 1) {
    releases[window] = release;
    wanted += targetUnit;
    const deadline = placeReaching(jobs, value, wanted);
    deadlines[window] = deadline;
    slack[deadline] = (slack[deadline] ?? 0) - 1;
    release = deadline;
    while (release < length - 1 && targetAfter(jobs, value, release) <= wanted) release += 1;
  }
}

/** The value's target at the end of a place. */
function targetAfter({ shares, ahead }: Jobs, value: number, place: number): number {
  return (ahead[value] ?? 0) + scaledTarget(shares[value] ?? 0, place + 1);
}

/** The first place whose target is at least `wanted`; the last place when none is. Rounding may move it by one from where it is looked for. */
function placeReaching(jobs: Jobs, value: number, wanted: number): number {
  const { shares, length, ahead } = jobs;
  const rows = (wanted - (ahead[value] ?? 0)) / (targetUnit * (shares[value] ?? 0));
  const guess = Math.floor(rows) - 1;
  let place = guess > 0 ? Math.min(length - 1, guess) : 0;
  while (place > 0 && targetAfter(jobs, value, place - 1) >= wanted) place -= 1;
  while (place < length - 1 && targetAfter(jobs, value, place) < wanted) place += 1;
  return place;
}

interface Drawing {
  readonly words: Uint32Array;
  readonly places: Int32Array;
  /** The first place that is not drawn yet. */
  readonly known: number;
  /** Where what is drawn is remembered. */
  readonly paths: BlockPaths | undefined;
}

/** A way that was left is soon met again, so each place that is drawn is followed by those known after it. */
function drawPlaces(jobs: Jobs, drawing: Drawing): void {
  const { words, places, paths } = drawing;
  setUp(jobs);
  let [place, { known }] = [0, drawing];
  while (known < jobs.length) {
    for (; place < known; place += 1) take(jobs, place, places[place] ?? 0);
    moveTo(jobs, place);
    const total = writeChances(jobs);
    const value = total > 0 ? drawn(jobs, markOf(words[place] ?? 0), total) : mostUrgent(jobs);
    if (value < 0) return;
    places[place] = value;
    paths?.learn(value, jobs.chances, total);
    known = paths?.follow(words, places, place + 1) ?? place + 1;
  }
}

/** Slack only falls, so the first place without any stays the first until it is passed or a nearer one runs out. */
function moveTo(jobs: Jobs, place: number): void {
  jobs.place = place;
  if (jobs.latest < place) jobs.latest = firstTight(jobs.slack, place);
}

/** The next row of a value stands at this place. */
function take(jobs: Jobs, place: number, value: number): void {
  const { placed, nextWindow, deadlines } = jobs;
  moveTo(jobs, place);
  const window = nextWindow[value] ?? 0;
  speakFor(jobs, deadlines[window] ?? place);
  nextWindow[value] = window + 1;
  placed[value] = (placed[value] ?? 0) + 1;
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

/** The chance of each value at this place; answers with their sum. */
function writeChances(jobs: Jobs): number {
  const { place, latest, chances, nextWindow, endWindow, releases, deadlines } = jobs;
  let total = 0;
  for (let value = 0; value < chances.length; value += 1) {
    const window = nextWindow[value] ?? 0;
    const deadline = deadlines[window] ?? 0;
    const isOpen = window < (endWindow[value] ?? 0) && (releases[window] ?? 0) <= place;
    if (!isOpen || deadline > latest) {
      chances[value] = 0;
      continue;
    }
    const chance = deadline === place ? 1 : Math.max(chanceOf(jobs, value), 1e-9);
    chances[value] = chance;
    total += chance;
  }
  return total;
}

/**
 * The chance that gives each row of a value every place of its window in proportion to how much of
 * its unit of target falls there, given that it has not been placed yet. Where the row before it ends
 * inside this place, given too that that one did not take the place.
 */
function chanceOf({ place, shares, ahead, placed, endTargets }: Jobs, value: number): number {
  const share = shares[value] ?? 0;
  const due = placed[value] ?? 0;
  const reached = (ahead[value] ?? 0) / targetUnit + place * share;
  if (due - reached > tie) return (reached + share - due) / (reached - due + 1);
  return share / (Math.min(due + 1, endTargets[value] ?? 0) - reached);
}

/** The value whose part of the summed chances holds the mark. */
function drawn({ chances }: Jobs, mark: number, total: number): number {
  const scale = markRange / total;
  let sum = 0;
  let last = -1;
  for (let value = 0; value < chances.length; value += 1) {
    const chance = chances[value] ?? 0;
    if (chance === 0) continue;
    last = value;
    sum += chance;
    if (mark < sum * scale) return last;
  }
  return last;
}

/** Earliest deadline first, among released rows if there are any; -1 when all are placed. */
function mostUrgent(jobs: Jobs): number {
  const { place, rows, nextWindow, endWindow, releases, deadlines } = jobs;
  const urgentOf = (isOpen: (window: number) => boolean): number => {
    let best = -1;
    let earliest = Number.POSITIVE_INFINITY;
    for (let value = 0; value < rows.length; value += 1) {
      const window = nextWindow[value] ?? 0;
      if (window >= (endWindow[value] ?? 0) || !isOpen(window)) continue;
      if ((deadlines[window] ?? 0) >= earliest) continue;
      best = value;
      earliest = deadlines[window] ?? 0;
    }
    return best;
  };
  const released = urgentOf((window) => (releases[window] ?? 0) <= place);
  return released >= 0 ? released : urgentOf(() => true);
}
