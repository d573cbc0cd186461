/** Chooses the command and turns what it throws into a message and an exit code. */
import { StorageError } from '#core/engine/journal.ts';
import { CommandError, exitCodes, UsageError, type CliHost } from './cli-host.ts';
import { escapeText } from './escape-text.ts';
import { batchUsage, checkUsage, convertUsage, runUsage, usage } from './usage.ts';

interface Command {
  readonly usage: string;
  /** Loaded when it is called, so that each command starts fast. */
  readonly load: () => Promise<(words: readonly string[], host: CliHost) => Promise<number>>;
}

const commands: Readonly<Record<string, Command>> = {
  check: { usage: checkUsage, load: async () => (await import('./command-check.ts')).checkCommand },
  run: { usage: runUsage, load: async () => (await import('./command-run.ts')).runCommand },
  batch: { usage: batchUsage, load: async () => (await import('./command-batch.ts')).batchCommand },
  convert: {
    usage: convertUsage,
    load: async () => (await import('./command-convert.ts')).convertCommand,
  },
};

/** Carries out one command line; never rejects for what the user can cause. */
export async function carryOutCommandLine(
  words: readonly string[],
  host: CliHost,
): Promise<number> {
  const [name, ...rest] = words;
  const command = name !== undefined && Object.hasOwn(commands, name) ? commands[name] : undefined;
  if (isHelp(words)) {
    host.stdout.write(command?.usage ?? usage);
    return exitCodes.done;
  }
  if (command === undefined) {
    const what = name === undefined ? 'A command is missing.' : 'There is no such command.';
    host.stderr.write(`rowsmith: ${what}\n\n${usage}`);
    return exitCodes.usage;
  }
  try {
    const carryOut = await command.load();
    return await carryOut(rest, host);
  } catch (error) {
    return report(error, name ?? '', host);
  }
}

function isHelp(words: readonly string[]): boolean {
  const options = words.includes('--') ? words.slice(0, words.indexOf('--')) : words;
  return words[0] === 'help' || options.includes('--help') || options.includes('-h');
}

function report(error: unknown, name: string, host: CliHost): number {
  if (error instanceof UsageError) {
    const help = `rowsmith ${name} --help tells the options.`;
    host.stderr.write(`rowsmith: ${escapeText(error.message)}\n${help}\n`);
    return exitCodes.usage;
  }
  if (error instanceof CommandError || error instanceof StorageError) {
    host.stderr.write(`rowsmith: ${error.message}\n`);
    return exitCodes.problem;
  }
  if (error instanceof Error && 'syscall' in error) {
    host.stderr.write(`rowsmith: ${escapeText(error.message)}\n`);
    return exitCodes.problem;
  }
  throw error;
}
