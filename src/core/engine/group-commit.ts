/**
 * Writes the journal in groups: one transaction at a time, and what arrives meanwhile joins the
 * next. Entries are applied in the order they were added, each only after its transaction is durable.
 */
import type { Clock } from '#core/base/clock.ts';
import type { JournalRecord, RunJournal } from './journal.ts';

export interface CommitEntry {
  /** Asked once, when the entry joins a transaction, so that an entry may grow until then. */
  readonly collect: () => readonly JournalRecord[];
  /** Runs after the records are durable and every earlier entry is applied; see `close` for the exception. */
  readonly apply?: () => Promise<void> | void;
}

export interface GroupCommit {
  /** Queues an entry; it is written with the next urgent entry, or after `delayMs`. */
  add(entry: CommitEntry): void;
  /** Writes records at once. Resolves when they are durable and every earlier entry is applied; rejects with the journal's error. */
  write(records: readonly JournalRecord[]): Promise<void>;
  /** Writes what is queued without waiting for the delay. */
  flush(): void;
  /**
   * Writes everything that is left and leaves no timer behind. After a failure it tries once more,
   * because space may have been made since; what still cannot be written is then applied without, so
   * that rows that were paid for stay in memory. Never rejects: failures went to `onFailure`.
   */
  close(): Promise<void>;
}

export interface GroupCommitOptions {
  readonly journal: RunJournal;
  readonly clock: Clock;
  /** Longest time an entry waits for company. */
  readonly delayMs: number;
  /** Called once, at the first failure of the journal or of an `apply`. Nothing is written after it until `close`. */
  readonly onFailure: (error: unknown) => void;
}

/** One reason for all timers: an abort without one makes an exception with a stack. */
const takenAlong = new Error('Another write took the entries along.');

interface Waiting {
  readonly entry: CommitEntry;
  readonly reject?: (error: unknown) => void;
  records?: readonly JournalRecord[];
}

export function createGroupCommit(options: GroupCommitOptions): GroupCommit {
  return new JournalQueue(options);
}

class JournalQueue implements GroupCommit {
  private queue: Waiting[] = [];
  private writing: Promise<void> | undefined;
  private timer: AbortController | undefined;
  private isUrgent = false;
  private failure: { readonly error: Error } | undefined;
  private isReported = false;
  private readonly options: GroupCommitOptions;

  constructor(options: GroupCommitOptions) {
    this.options = options;
  }

  add(entry: CommitEntry): void {
    this.queue.push({ entry });
    this.schedule(false);
  }

  write(records: readonly JournalRecord[]): Promise<void> {
    return new Promise((resolve, reject) => {
      if (this.failure !== undefined) {
        reject(this.failure.error);
        return;
      }
      this.queue.push({ entry: { collect: () => records, apply: resolve }, reject });
      this.schedule(true);
    });
  }

  flush(): void {
    this.schedule(true);
  }

  async close(): Promise<void> {
    await this.writing;
    this.failure = undefined;
    do {
      this.schedule(true);
      await this.writing;
    } while (this.queue.length > 0 && !this.isBroken());
    this.stopTimer();
    await this.applyUnwritten();
  }

  private async applyUnwritten(): Promise<void> {
    try {
      for (const { entry } of this.queue.splice(0)) await entry.apply?.();
    } catch (error) {
      this.fail(error, []);
    }
  }

  private isBroken(): boolean {
    return this.failure !== undefined;
  }

  private schedule(isUrgent: boolean): void {
    if (this.queue.length === 0) return;
    this.isUrgent ||= isUrgent;
    if (this.writing !== undefined || this.isBroken()) return;
    if (this.isUrgent) this.writing = this.writeAll();
    else this.startTimer();
  }

  private startTimer(): void {
    if (this.timer !== undefined) return;
    const timer = new AbortController();
    this.timer = timer;
    this.options.clock.sleep(this.options.delayMs, timer.signal).then(
      () => {
        if (this.timer === timer) this.timer = undefined;
        this.schedule(true);
      },
      () => undefined, // Aborted.
    );
  }

  private stopTimer(): void {
    this.timer?.abort(takenAlong);
    this.timer = undefined;
  }

  private async writeAll(): Promise<void> {
    // What is added in the same turn, such as the first intents of a run, goes along.
    await Promise.resolve();
    while (this.isUrgent && this.queue.length > 0 && !this.isBroken()) await this.writeQueue();
    this.writing = undefined;
    this.schedule(false);
  }

  private async writeQueue(): Promise<void> {
    this.stopTimer();
    this.isUrgent = false;
    const taken = this.queue;
    this.queue = [];
    for (const waiting of taken) waiting.records ??= waiting.entry.collect();
    try {
      await this.options.journal.append(taken.flatMap(({ records }) => records ?? []));
    } catch (error) {
      // An intent that could not be written is not sent; accepted rows wait for the last try.
      this.queue = [...taken.filter(({ reject }) => reject === undefined), ...this.queue];
      this.fail(error, taken);
      return;
    }
    try {
      for (const { entry } of taken) await entry.apply?.();
    } catch (error) {
      this.fail(error, taken);
    }
  }

  private fail(error: unknown, taken: readonly Waiting[]): void {
    const refused = [...taken, ...this.queue];
    this.queue = this.queue.filter(({ reject }) => reject === undefined);
    this.failure = { error: error as Error };
    if (!this.isReported) this.options.onFailure(error);
    this.isReported = true;
    for (const { reject } of refused) reject?.(error);
  }
}
