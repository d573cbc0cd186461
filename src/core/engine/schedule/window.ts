/**
 * How many requests an endpoint takes at once, found out by asking. It opens fast from a small start,
 * falls to what the server has kept when it says "too many", and waits only once rejections in a row
 * prove that the limit is one of rate: under a limit of concurrency, each answer makes room for one.
 */

/** A rejection as the server put it. */
export interface Rejection {
  /** The wait the server named; undefined where it named none or the page may not read it. */
  readonly hintMs: number | undefined;
  /** Requests in flight after the rejected one has left. */
  readonly inFlight: number;
  /** Number in [0, 1). */
  readonly jitter: number;
}

/** Requests in flight where nothing is known of the endpoint. */
const usualStart = 8;
/** Growth comes back fast up to this share of what the server has kept at once before. */
const regrowthShare = 0.85;
/** Part of a request by which a whole window of successes widens the window beyond that. */
const growthPerWindow = 0.25;

/** A hint longer than this is believed at once, a hint of a full second is the least a header can say. */
const plainHintMs = 5_000;
const roundHintMs = 1_000;
const rejectionsForHint = 2;
const rejectionsForPause = 4;
const rejectionsForRoundHint = 8;
const shortestPauseMs = 125;
const longestPauseMs = 60_000;

/**
 * A window between 1 and `most` requests. `epoch` tells requests that left before a rejection was
 * heard of from those that left after: only the latter prove anything about the window as it is now.
 */
export class AdaptiveWindow {
  private readonly most: number;
  private size: number;
  private isOpening = true;
  private kept: number;
  private currentEpoch = 0;
  private rejections = 0;
  private pauses = 0;

  constructor(most: number, start: number = usualStart) {
    this.most = Math.max(1, most);
    this.size = this.clamp(start);
    this.kept = this.size;
  }

  /** Requests that may be in flight now, 1 or more. */
  get width(): number {
    return Math.floor(this.size);
  }

  get epoch(): number {
    return this.currentEpoch;
  }

  /** The widest that the endpoint is known to take: what a later run may begin with. */
  get goodWidth(): number {
    return Math.max(1, Math.floor(this.isOpening ? this.size : Math.max(this.kept, this.size)));
  }

  /** An answer came. `wasFull`: the window was used up, so the answer says that it is not too wide. */
  succeed(bornEpoch: number, wasFull: boolean): void {
    if (bornEpoch === this.currentEpoch) {
      this.rejections = 0;
      this.pauses = 0;
    }
    if (!wasFull) return;
    const isRegrowing = this.size < regrowthShare * this.kept;
    this.size = this.clamp(
      this.size + (this.isOpening || isRegrowing ? 1 : growthPerWindow / this.size),
    );
  }

  /** The server said "too many". Answers with the wait before anything else is sent, 0 for none. */
  reject(bornEpoch: number, rejection: Rejection): number {
    const isNews = bornEpoch === this.currentEpoch;
    if (isNews) {
      this.currentEpoch += 1;
      this.rejections += 1;
    }
    this.isOpening = false;
    this.size = this.clamp(Math.min(this.size, rejection.inFlight));
    if (this.rejections === 1) this.kept = this.size;
    return isNews ? this.pauseMs(rejection) : 0;
  }

  /** One request at a time until an answer comes, then back to what the endpoint took before. */
  probe(): void {
    this.kept = this.goodWidth;
    this.isOpening = false;
    this.size = 1;
    this.currentEpoch += 1;
  }

  private pauseMs({ hintMs, inFlight, jitter }: Rejection): number {
    // Nothing in flight: no answer will make room, so time has to.
    const isIdle = inFlight === 0;
    if (hintMs !== undefined && (isIdle || this.rejections >= this.proofFor(hintMs))) return hintMs;
    if (!isIdle && this.rejections < rejectionsForPause) return 0;
    const ceilingMs = Math.min(longestPauseMs, shortestPauseMs * 2 ** this.pauses);
    this.pauses += 1;
    return Math.round(ceilingMs * (0.75 + jitter / 2));
  }

  /** Rejections in a row after which a hint is followed: the vaguer the hint, the more of them. */
  private proofFor(hintMs: number): number {
    if (hintMs > plainHintMs) return 1;
    const isExact = hintMs % roundHintMs !== 0;
    return isExact || hintMs > roundHintMs ? rejectionsForHint : rejectionsForRoundHint;
  }

  private clamp(size: number): number {
    return Math.min(this.most, Math.max(1, size));
  }
}
