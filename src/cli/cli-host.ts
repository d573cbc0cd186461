/** What a command may touch: the terminal, the environment, the clock and the way out to providers. */
import type { Clock } from '#core/base/clock.ts';

export interface TextOutput {
  readonly isTerminal: boolean;
  write(text: string): void;
}

export interface CliHost {
  readonly stdout: TextOutput;
  readonly stderr: TextOutput;
  readonly environment: Readonly<Record<string, string | undefined>>;
  readonly clock: Clock;
  /** Everything on standard input, as text. */
  readStdin(): Promise<string>;
  /** Calls the listener at Ctrl-C or a request to end; returns the way to stop listening. */
  onInterrupt(listener: (signal: 'SIGINT' | 'SIGTERM') => void): () => void;
}

export const exitCodes = {
  done: 0,
  problem: 1,
  usage: 2,
  interrupted: 130,
  terminated: 143,
} as const;

/** The command line itself is wrong; told with where its options stand, and exit code 2. */
export class UsageError extends Error {
  override readonly name = 'UsageError';
}

/** Something the user can mend, said in one message; exit code 1. */
export class CommandError extends Error {
  override readonly name = 'CommandError';
}
