/** Entry of the command line: the real terminal, environment and clock. */
import { setMaxListeners } from 'node:events';
import process from 'node:process';
import { text } from 'node:stream/consumers';
import { createSystemClock } from '#runtime/system-clock.ts';
import { exitCodes, type CliHost, type TextOutput } from './cli-host.ts';
import { carryOutCommandLine } from './command-line.ts';

/** A reader that leaves early, such as `head`, is no failure: the rest of the output has nobody. */
function outputOf(stream: NodeJS.WriteStream): TextOutput {
  let isOpen = true;
  stream.on('error', () => {
    isOpen = false;
  });
  return {
    isTerminal: stream.isTTY,
    write: (chunk) => {
      if (isOpen) stream.write(chunk);
    },
  };
}

function onInterrupt(listener: (signal: 'SIGINT' | 'SIGTERM') => void): () => void {
  let count = 0;
  const handle = (signal: NodeJS.Signals): void => {
    count += 1;
    // The second Ctrl-C is for those who cannot wait; the journal keeps the rows.
    if (count > 1) process.exit(exitCodes.interrupted);
    listener(signal === 'SIGTERM' ? 'SIGTERM' : 'SIGINT');
  };
  process.on('SIGINT', handle);
  process.on('SIGTERM', handle);
  return () => {
    process.off('SIGINT', handle);
    process.off('SIGTERM', handle);
  };
}

// As many requests as are in flight listen to one stop; Node takes more than ten for a leak.
setMaxListeners(0);

const host: CliHost = {
  stdout: outputOf(process.stdout),
  stderr: outputOf(process.stderr),
  environment: process.env,
  clock: createSystemClock(),
  readStdin: () => text(process.stdin),
  onInterrupt,
};

process.exitCode = await carryOutCommandLine(process.argv.slice(2), host);
