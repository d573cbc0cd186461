/**
 * The door of one endpoint: how many requests may be in flight, how many may leave in a minute, and
 * when nothing may leave at all. It decides from what leases tell how their requests ended.
 */
import type { Clock } from '#core/base/clock.ts';
import { backoffMs } from './backoff.ts';
import { SlidingMinute, type Sent } from './sliding-minute.ts';
import { AdaptiveWindow } from './window.ts';

/** The right to have one request in flight. Each way to end it gives the place back; later calls do nothing. */
export interface Lease {
  /** `success`: the endpoint has answered. `unknown`: the request says nothing about the endpoint. */
  end(how: 'success' | 'unknown'): void;
  /** The endpoint said "too many", perhaps with a wait. Answers with how long nothing leaves, 0 if others go on. */
  reject(hintMs: number | undefined): number;
  /** The endpoint did not answer, or said that it cannot. */
  fail(): void;
}

export interface Gate {
  /** Requests that may be in flight now, 1 or more. */
  readonly width: number;
  /** The widest the endpoint is known to take. */
  readonly goodWidth: number;
  readonly inFlight: number;
  /** Whether `tryEnter` would succeed. */
  readonly hasRoom: boolean;
  /** Milliseconds until time alone opens the gate; 0 when it is not time that closes it. */
  readonly closedMs: number;
  /** How long the endpoint has been failing without one answer between; 0 when it has not. */
  readonly outageMs: number;
  /** How long the endpoint has been saying "too many" without one answer between; 0 when it has not. */
  readonly throttledMs: number;
  tryEnter(): Lease | undefined;
  /** Waits in line for a place; goes before callers of `tryEnter`. Rejects with the signal's reason. */
  enter(signal: AbortSignal): Promise<Lease>;
  /** Waits until so many tokens may leave within the minute. Rejects with the signal's reason. */
  spend(tokens: number, signal: AbortSignal): Promise<Sent | undefined>;
  /** One request at a time until an answer comes. */
  probe(): void;
}

export interface GateOptions {
  /** Most requests in flight, 1 or more. */
  readonly most: number;
  /** Requests in flight to begin with; by default a few. */
  readonly start?: number | undefined;
  readonly requestsPerMinute?: number | undefined;
  readonly tokensPerMinute?: number | undefined;
  readonly clock: Clock;
  /** Number in [0, 1). */
  readonly jitter: () => number;
}

/** Failures in a row, over all requests, after which the endpoint is asked by one request at a time. */
const failuresBeforeProbe = 5;

export function createGate(options: GateOptions): Gate {
  return new EndpointGate(options);
}

class EndpointGate implements Gate {
  private readonly window: AdaptiveWindow;
  private readonly clock: Clock;
  private readonly jitter: () => number;
  private readonly requests: SlidingMinute | undefined;
  private readonly tokens: SlidingMinute | undefined;
  private readonly line: (() => void)[] = [];
  private open = 0;
  private waiting = 0;
  private closedAtMs = 0;
  private closedForMs = 0;
  private failures = 0;
  private failingSinceMs = 0;
  private throttledSinceMs: number | undefined;

  constructor(options: GateOptions) {
    const { most, start, requestsPerMinute, tokensPerMinute } = options;
    this.window = new AdaptiveWindow(most, start);
    this.clock = options.clock;
    this.jitter = options.jitter;
    this.requests = minuteOf(requestsPerMinute);
    this.tokens = minuteOf(tokensPerMinute);
  }

  get width(): number {
    return this.window.width;
  }

  get goodWidth(): number {
    return this.window.goodWidth;
  }

  get inFlight(): number {
    return this.open;
  }

  get hasRoom(): boolean {
    return this.waiting === 0 && this.isFree();
  }

  get closedMs(): number {
    const nowMs = this.clock.now();
    const passedMs = nowMs - this.closedAtMs;
    // A clock that was set back must not keep the gate closed for as long.
    const leftMs = passedMs < 0 ? 0 : Math.max(0, this.closedForMs - passedMs);
    return Math.max(leftMs, this.requests?.waitMs(1, nowMs) ?? 0);
  }

  get outageMs(): number {
    return this.failures < failuresBeforeProbe
      ? 0
      : Math.max(1, this.clock.now() - this.failingSinceMs);
  }

  get throttledMs(): number {
    return this.throttledSinceMs === undefined ? 0 : this.clock.now() - this.throttledSinceMs;
  }

  tryEnter(): Lease | undefined {
    return this.hasRoom ? this.lease() : undefined;
  }

  async enter(signal: AbortSignal): Promise<Lease> {
    this.waiting += 1;
    try {
      while (!this.isFree()) {
        const waitMs = this.closedMs;
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

  async spend(tokens: number, signal: AbortSignal): Promise<Sent | undefined> {
    const { tokens: minute, clock } = this;
    if (minute === undefined) return undefined;
    for (let waitMs = minute.waitMs(tokens, clock.now()); waitMs > 0;) {
      await clock.sleep(waitMs, signal);
      waitMs = minute.waitMs(tokens, clock.now());
    }
    return minute.add(tokens, clock.now());
  }

  probe(): void {
    this.window.probe();
  }

  private isFree(): boolean {
    return this.open < this.window.width && this.closedMs === 0;
  }

  private lease(): Lease {
    this.open += 1;
    this.requests?.add(1, this.clock.now());
    const bornEpoch = this.window.epoch;
    let isOpen = true;
    let isFull = false;
    const leave = (act: () => void): void => {
      if (!isOpen) return;
      isOpen = false;
      isFull = this.open >= this.window.width;
      this.open -= 1;
      act();
      this.wakeLine();
    };
    return {
      end: (how) => {
        leave(() => {
          if (how === 'success') this.succeed(bornEpoch, isFull);
        });
      },
      reject: (hintMs) => {
        let waitMs = 0;
        leave(() => {
          waitMs = this.reject(bornEpoch, hintMs);
        });
        return waitMs;
      },
      fail: () => {
        leave(() => {
          this.fail(bornEpoch);
        });
      },
    };
  }

  private succeed(bornEpoch: number, wasFull: boolean): void {
    this.failures = 0;
    this.throttledSinceMs = undefined;
    this.window.succeed(bornEpoch, wasFull);
  }

  private reject(bornEpoch: number, hintMs: number | undefined): number {
    this.failures = 0;
    this.throttledSinceMs ??= this.clock.now();
    const inFlight = this.open;
    const waitMs = this.window.reject(bornEpoch, { hintMs, inFlight, jitter: this.jitter() });
    this.close(waitMs);
    return waitMs;
  }

  private fail(bornEpoch: number): void {
    // Those that left before the trouble was known say nothing new about it.
    if (this.outageMs > 0 && bornEpoch !== this.window.epoch) return;
    this.failures += 1;
    if (this.failures === 1) this.failingSinceMs = this.clock.now();
    if (this.failures < failuresBeforeProbe) return;
    this.window.probe();
    this.close(backoffMs(this.failures - failuresBeforeProbe + 1, this.jitter()));
  }

  private close(forMs: number): void {
    if (forMs <= this.closedMs) return;
    this.closedAtMs = this.clock.now();
    this.closedForMs = forMs;
  }

  private wakeLine(): void {
    const free = this.window.width - this.open;
    for (const wake of this.line.splice(0, Math.max(0, free))) wake();
  }
}

function minuteOf(most: number | undefined): SlidingMinute | undefined {
  return most === undefined ? undefined : new SlidingMinute(most);
}

/** Resolves when it is this caller's turn in the line; leaves the line when aborted. */
function turn(line: (() => void)[], signal: AbortSignal): Promise<void> {
  return new Promise((resolve, reject) => {
    if (signal.aborted) {
      reject(signal.reason as Error);
      return;
    }
    const onAbort = (): void => {
      const place = line.indexOf(wake);
      if (place >= 0) line.splice(place, 1);
      reject(signal.reason as Error);
    };
    const wake = (): void => {
      signal.removeEventListener('abort', onAbort);
      resolve();
    };
    line.push(wake);
    signal.addEventListener('abort', onAbort, { once: true });
  });
}
