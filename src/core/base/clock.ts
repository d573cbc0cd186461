/** Time as a port: `core` never reads an ambient clock, so tests never wait. */

export interface Clock {
  /** Milliseconds since the epoch. */
  now(): number;
  /** Resolves after `delayMs`; rejects with the signal's reason when aborted, and then leaves no timer behind. */
  sleep(delayMs: number, signal?: AbortSignal): Promise<void>;
}
