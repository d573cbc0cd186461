/** A terminal for tests of the command line: it remembers what was written and interrupts on demand. */
import { createSystemClock } from '#runtime/system-clock.ts';
import type { CliHost, TextOutput } from '#cli/cli-host.ts';

export interface TestHost extends CliHost {
  readonly output: () => string;
  readonly errors: () => string;
  interrupt(): void;
}

export interface TestHostOptions {
  readonly environment?: Readonly<Record<string, string>>;
  readonly stdin?: string;
}

export function createTestHost({ environment = {}, stdin = '' }: TestHostOptions = {}): TestHost {
  const output: string[] = [];
  const errors: string[] = [];
  const listeners = new Set<(signal: 'SIGINT' | 'SIGTERM') => void>();
  return {
    stdout: collectorOf(output),
    stderr: collectorOf(errors),
    output: () => output.join(''),
    errors: () => errors.join(''),
    environment,
    clock: createSystemClock(),
    readStdin: () => Promise.resolve(stdin),
    onInterrupt(listener) {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
    interrupt() {
      for (const listener of listeners) listener('SIGINT');
    },
  };
}

function collectorOf(parts: string[]): TextOutput {
  return { isTerminal: false, write: (text) => void parts.push(text) };
}
