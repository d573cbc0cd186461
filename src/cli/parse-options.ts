/** Arguments of one command, by `parseArgs` of Node, with refusals that never repeat what may be a key. */
import { parseArgs, type ParseArgsConfig } from 'node:util';
import { UsageError } from './cli-host.ts';

export type OptionTable = NonNullable<ParseArgsConfig['options']>;

/** Throws `UsageError` for what the command does not know. */
export function parseOptions<Options extends OptionTable>(
  words: readonly string[],
  options: Options,
) {
  refuseKeys(words);
  try {
    return parseArgs({ args: [...words], options, allowPositionals: true, strict: true });
  } catch (error) {
    throw new UsageError(plainMessage(error));
  }
}

/** A key on the command line would stand in the shell's history and in the process list. */
function refuseKeys(words: readonly string[]): void {
  const isKeyOption = (word: string): boolean => /^--(?:api-?)?key(?:=|$)/i.test(word);
  if (words.some(isKeyOption))
    throw new UsageError(
      'Keys are never given on the command line. Put the key into an environment variable and name it with --api-key-env.',
    );
}

function plainMessage(error: unknown): string {
  const text = error instanceof Error ? error.message : String(error);
  const unknown = /^Unknown option '(-[^'=]*)/.exec(text);
  if (unknown !== null) return `There is no option ${unknown[1] ?? ''}.`;
  return (text.split('. ')[0] ?? text).replace(/\.?$/, '.');
}

export interface NumberBounds {
  readonly low: number;
  readonly high: number;
}

/** The whole number of an option; undefined when the option is absent. */
export function wholeNumber(
  name: string,
  text: string | undefined,
  { low, high }: NumberBounds,
): number | undefined {
  if (text === undefined) return undefined;
  const value = /^\d{1,16}$/.test(text) ? Number(text) : Number.NaN;
  if (value >= low && value <= high) return value;
  throw new UsageError(`--${name} takes a whole number from ${low} to ${high}.`);
}

/** The amount of money of an option, in dollars; undefined when the option is absent. */
export function amount(name: string, text: string | undefined): number | undefined {
  if (text === undefined) return undefined;
  const value = /^\d{1,9}(?:\.\d{1,9})?$/.test(text) ? Number(text) : Number.NaN;
  if (Number.isFinite(value)) return value;
  throw new UsageError(`--${name} takes an amount in dollars, such as 0.50.`);
}
