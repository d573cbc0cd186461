/**
 * How much was sent in the last sixty seconds. Exact in every window of a minute, however the minutes
 * are laid, because a provider's own count may begin at any moment.
 */

/** Something that was sent; what it turns out to be may differ from what was expected. */
export interface Sent {
  readonly atMs: number;
  amount: number;
}

const minuteMs = 60_000;

export class SlidingMinute {
  private readonly most: number;
  private sent: Sent[] = [];

  /** At most `most` in any sixty seconds; more than 0. */
  constructor(most: number) {
    this.most = most;
  }

  /** Milliseconds until `amount` fits, 0 when it fits now. What is larger than a minute's worth fits an empty minute. */
  waitMs(amount: number, nowMs: number): number {
    this.forget(nowMs);
    let used = this.sent.reduce((sum, entry) => sum + entry.amount, 0);
    let waitMs = 0;
    for (const entry of this.sent) {
      if (used + amount <= this.most) break;
      used -= entry.amount;
      waitMs = entry.atMs + minuteMs - nowMs;
    }
    return waitMs;
  }

  /** Notes what is sent now; the caller may correct the amount once it is known. */
  add(amount: number, nowMs: number): Sent {
    const entry: Sent = { atMs: nowMs, amount };
    this.sent.push(entry);
    return entry;
  }

  /** An entry of the future was made before the clock was set back, and must not block for that long. */
  private forget(nowMs: number): void {
    const isCurrent = ({ atMs }: Sent): boolean => atMs <= nowMs && nowMs - atMs < minuteMs;
    if (this.sent.every(isCurrent)) return;
    this.sent = this.sent.filter(isCurrent);
  }
}
