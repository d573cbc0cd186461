/** The sentences of the card over the rows: what happened, what is kept, what mends it. */
import type { ErrorReport } from '#core/base/error-report.ts';
import { durationWords } from './run-words.ts';

export type Mend = 'key' | 'model' | 'connection' | 'other-model' | 'cap' | 'space';

interface Help {
  readonly mend: Mend;
  /** What to do; where it is absent, the message says so. */
  readonly advice?: string;
  /** The request was turned away before a model read it. */
  readonly isUncharged?: true;
}

const helpByKind: Readonly<Record<string, Help>> = {
  auth: {
    mend: 'key',
    advice: 'Check that the key belongs to this provider.',
    isUncharged: true,
  },
  forbidden: {
    mend: 'key',
    advice: 'Check the rights of the key, or choose another model.',
    isUncharged: true,
  },
  quota: {
    mend: 'key',
    advice: 'Add credit with the provider and resume, or enter the key of another account.',
    isUncharged: true,
  },
  'not-found': {
    mend: 'model',
    advice: 'Choose a model from its list. A base URL often ends in /v1.',
    isUncharged: true,
  },
  'bad-request': {
    mend: 'model',
    advice: 'Check the model and its parameters.',
    isUncharged: true,
  },
  network: { mend: 'connection' },
  redirect: { mend: 'connection' },
  'not-an-api': { mend: 'connection' },
  unresolved: { mend: 'connection' },
  'rate-limit': { mend: 'other-model' },
  overloaded: { mend: 'other-model', advice: 'Resume later, or choose another model.' },
  server: { mend: 'other-model', advice: 'Resume later, or choose another model.' },
  timeout: { mend: 'other-model', advice: 'Resume later, or choose another model.' },
  'cut-off': { mend: 'other-model', advice: 'Resume later, or choose another model.' },
  'no-progress': { mend: 'other-model' },
  'cost-cap': { mend: 'cap' },
};

export const mendLabels: Readonly<Record<Exclude<Mend, 'space'>, string>> = {
  key: 'Enter another key',
  model: 'Choose another model',
  connection: 'Check the connection',
  'other-model': 'Choose another model',
  cap: 'Change the cap',
};

/** The kind alone is ambiguous: a provider without credit and a full disk have one of the same name. */
function helpOf({ name, kind = '' }: ErrorReport): Help | undefined {
  if (name === 'StorageError') return kind === 'quota' ? { mend: 'space' } : undefined;
  return helpByKind[kind];
}

/** What the card offers first; undefined where nothing but Resume helps. */
export function mendOf(problem: ErrorReport): Mend | undefined {
  return helpOf(problem)?.mend;
}

interface Facts {
  readonly finished: number;
  readonly total: number;
  /** Nothing of this run has been metered. */
  readonly isUnspent: boolean;
}

/** What happened and what is kept, in the provider's own words where it said any. */
export function happenedWords(problem: ErrorReport, facts: Facts): string {
  const help = helpOf(problem);
  const isOwnWords = help?.advice === undefined && problem.kind !== 'rate-limit';
  const words = isOwnWords ? [problem.message] : [answerWords(problem), keptWords(facts, help)];
  return [...words, help?.advice].filter(Boolean).join(' ');
}

function answerWords({ status, said, message }: ErrorReport): string {
  if (status === undefined) return said === undefined ? message : `It says: “${said}”.`;
  return said === undefined ? `Answer ${status}.` : `Answer ${status}, “${trimmed(said)}”.`;
}

/** Without the full stop that follows the quotation anyway. */
function trimmed(said: string): string {
  return said.replace(/\.$/, '');
}

function keptWords({ finished, total, isUnspent }: Facts, help: Help | undefined): string {
  const isFree = isUnspent && help?.isUncharged === true;
  if (finished === 0)
    return isFree ? 'No row was changed and nothing was charged.' : 'No row was changed.';
  return `${finished.toLocaleString('en')} of ${total.toLocaleString('en')} rows are kept.`;
}

/** The wait a provider asked for; undefined where it named none. */
export function waitWords(
  { retryAfterMs }: ErrorReport,
  endedAtMs: number,
  nowMs: number,
): string | undefined {
  if (retryAfterMs === undefined) return undefined;
  const untilMs = endedAtMs + retryAfterMs;
  if (untilMs <= nowMs) return 'The wait is over: resume.';
  const clock = new Date(untilMs).toLocaleTimeString('en-GB', {
    hour: '2-digit',
    minute: '2-digit',
  });
  return `It asks to wait until ${clock}, ${durationWords((untilMs - nowMs) / 1_000)} from now. Resume then, or choose another model.`;
}
