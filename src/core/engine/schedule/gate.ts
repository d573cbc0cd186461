/**
 * How many requests one endpoint may have in flight. The width halves when the provider says "too
 * many", once for all requests that left before it said so, and grows back one by one.
 */
import type { Clock } from '#core/base/clock.ts';

export type LeaseEnd = 'success' | 'failure';

/** The right to have one request in flight. */
export interface Lease {
  /** Gives the place back; later calls do nothing. */
  end(how: LeaseEnd): void;
  /** Gives the place back, narrows the gate and closes it for `waitMs`. */
  throttle(waitMs: number): void;
}

export interface Gate {
  /** Requests that may be in flight now, 1 or more. */
  readonly width: number;
  /** Whether `tryEnter` would succeed. */
  readonly hasRoom: boolean;
  tryEnter(): Lease | undefined;
  /** Waits in line for a place; goes before callers of `tryEnter`. Rejects with the signal's reason. */
  enter(signal: AbortSignal): Promise<Lease>;
}

/** Successes in a row of which each group lets one more request in. */
const successesPerStep = 8;

interface Waiter {
  readonly wake: () => void;
}

/** `maxWidth` is the most requests in flight, 1 or more. */
export function createGate(maxWidth: number, clock: Clock): Gate {
  return new AdaptiveGate(maxWidth, clock);
}

class AdaptiveGate implements Gate {
  private currentWidth: number;
  private inFlight = 0;
  private successes = 0;
  private closedUntilMs = Number.NEGATIVE_INFINITY;
  /** Counts the narrowings; a lease of an earlier epoch does not narrow again. */
  private epoch = 0;
  private waiting = 0;
  private readonly line: Waiter[] = [];
  private readonly maxWidth: number;
  private readonly clock: Clock;

  constructor(maxWidth: number, clock: Clock) {
    this.currentWidth = maxWidth;
    this.maxWidth = maxWidth;
    this.clock = clock;
  }

  get width(): number {
    return this.currentWidth;
  }

  get hasRoom(): boolean {
    return this.waiting === 0 && this.isFree();
  }

  tryEnter(): Lease | undefined {
    return this.hasRoom ? this.lease() : undefined;
  }

  async enter(signal: AbortSignal): Promise<Lease> {
    this.waiting += 1;
    try {
      while (!this.isFree()) {
        const waitMs = this.closedUntilMs - this.clock.now();
        if (waitMs > 0) await this.clock.sleep(waitMs, signal);
        else await turn(this.line, signal);
      }
      signal.throwIfAborted();
      return this.lease();
    } catch (error) {
      // The turn that this caller gives up belongs to the next in line.
      this.wakeLine();
      throw error;
    } finally {
      this.waiting -= 1;
    }
  }

  private isFree(): boolean {
    return this.clock.now() >= this.closedUntilMs && this.inFlight < this.currentWidth;
  }

  private lease(): Lease {
    this.inFlight += 1;
    const born = this.epoch;
    let isOpen = true;
    const leave = (): boolean => {
      if (!isOpen) return false;
      isOpen = false;
      this.inFlight -= 1;
      return true;
    };
    return {
      end: (how) => {
        if (!leave()) return;
        if (how === 'success') this.grow();
        this.wakeLine();
      },
      throttle: (waitMs) => {
        if (!leave()) return;
        this.closedUntilMs = Math.max(this.closedUntilMs, this.clock.now() + waitMs);
        if (born === this.epoch) this.narrow();
        this.wakeLine();
      },
    };
  }

  private grow(): void {
    this.successes += 1;
    if (this.successes < successesPerStep) return;
    this.successes = 0;
    this.currentWidth = Math.min(this.maxWidth, this.currentWidth + 1);
  }

  private narrow(): void {
    this.epoch += 1;
    this.successes = 0;
    this.currentWidth = Math.max(1, Math.floor(this.currentWidth / 2));
  }

  private wakeLine(): void {
    const free = this.currentWidth - this.inFlight;
    for (const { wake } of this.line.splice(0, Math.max(0, free))) wake();
  }
}

/** Resolves when it is this caller's turn in the line; leaves the line when aborted. */
function turn(line: Waiter[], signal: AbortSignal): Promise<void> {
  return new Promise((resolve, reject) => {
    if (signal.aborted) {
      reject(signal.reason as Error);
      return;
    }
    const onAbort = (): void => {
      const place = line.indexOf(waiter);
      if (place >= 0) line.splice(place, 1);
      reject(signal.reason as Error);
    };
    const waiter: Waiter = {
      wake: () => {
        signal.removeEventListener('abort', onAbort);
        resolve();
      },
    };
    line.push(waiter);
    signal.addEventListener('abort', onAbort, { once: true });
  });
}
