/**
 * What the demo model drafts: it reads words, not meaning. The same request gives the same draft, and
 * what it did not understand it says.
 */
import { emptyDraft, type DraftAnswer, type PromptAnswer } from '#core/llm/draft/draft-shape.ts';
import type { DesignDraftTask, DraftTask } from '#core/llm/draft/draft-task.ts';
import { betterPrompt } from './better-prompt.ts';
import { guessColumn, joinDrafts } from './guess-column.ts';
import { phrasesOf, rangeIn, rowsIn, sharesIn } from './phrases.ts';
import { suggestedAxes } from './suggested-axes.ts';
import { suggestedLevel } from './suggested-level.ts';

/** Columns of a first draft at most. */
const mostColumns = 10;

export function demoDraft(task: DesignDraftTask): DraftAnswer;
export function demoDraft(task: DraftTask): DraftAnswer | PromptAnswer;
export function demoDraft(task: DraftTask): DraftAnswer | PromptAnswer {
  if (task.kind === 'prompt') return betterPrompt(task);
  if (task.below !== undefined)
    return suggestedLevel(task.below, new Set(task.columns.map(({ name }) => name)));
  if (task.kind === 'axes') return suggestedAxes(task);
  return task.kind === 'edit' ? editedDraft(task) : describedDraft(task);
}

function describedDraft(task: DesignDraftTask): DraftAnswer {
  const phrases = phrasesOf(task.text).slice(0, mostColumns);
  const columns = joinDrafts(phrases.map((phrase) => guessColumn(phrase, task)));
  const flags = flagsIn(task.text);
  const whole = columns.order.length === 0 ? fallback : columns;
  const hasTable = whole.tables.length + whole.listed.length + whole.numbers.length > 0;
  const tables = hasTable ? whole.tables : [...whole.tables, situation];
  return {
    ...whole,
    tables,
    flags: [...whole.flags, ...flags],
    order: [
      ...(hasTable ? [] : [situation.name]),
      ...whole.order,
      ...flags.map(({ name }) => name),
    ],
    name: titleOf(task.text),
    rows: rowsIn(task.text),
    remark: /[+*/]|adds? up|more than|less than|costs? \d+ ?% more/i.test(task.text)
      ? 'The demo model makes no formulas and no rules; add them in the form, or use a real model.'
      : '',
  };
}

function flagsIn(text: string): DraftAnswer['flags'] {
  return sharesIn(text).map(({ word, share }) => ({
    name: `is_${word}`,
    description: `Whether it is ${word}.`,
    share: Number(share.toFixed(4)),
  }));
}

const situation: DraftAnswer['tables'][number] = {
  name: 'situation',
  description: 'What kind of case it is.',
  varies_with: '',
  values: [
    { value: 'ordinary', description: 'Nothing special.', weight: 4, parent: '' },
    { value: 'unusual', description: 'Rare, but it happens.', weight: 1, parent: '' },
  ],
};

const fallback: DraftAnswer = {
  ...emptyDraft,
  order: ['text'],
  texts: [
    {
      name: 'text',
      description: 'What was asked for.',
      type: 'text',
      min_words: 10,
      max_words: 40,
      is_unique: true,
    },
  ],
};

/** The words before the colon or “with”, without articles. */
function titleOf(text: string): string {
  const head = text.split(/:|\bwith\b|[.!?]/i)[0]?.trim() ?? '';
  const words = head.replace(
    /^(?:records?|rows?|data|a list|lists?|examples?) (?:of|for|about)\s+/i,
    '',
  );
  const title = words
    .replace(/^(?:an?|the)\s+/i, '')
    .split(/\s+/)
    .slice(0, 6)
    .join(' ');
  return title === '' ? 'Described design' : `${title.charAt(0).toUpperCase()}${title.slice(1)}`;
}

const unknownWish =
  'The demo model understands “add …”, “remove …”, “rename … to …” and “make … 10 to 20”. Use a real model for anything else.';

/** One change a sentence or line. */
function editedDraft(task: DesignDraftTask): DraftAnswer {
  const wishes = task.text.split(/[.;\n]+/).filter((wish) => wish.trim() !== '');
  const drafts = wishes.map((wish) => wishedDraft(wish.trim(), task));
  const known = drafts.filter((draft) => draft !== undefined);
  const joined = joinDrafts(known);
  return {
    ...joined,
    remove: known.flatMap(({ remove = [] }) => remove),
    templates: known.flatMap(({ templates = [] }) => templates),
    rows: rowsIn(task.text),
    remark: known.length === drafts.length && known.length > 0 ? '' : unknownWish,
  };
}

function wishedDraft(wish: string, task: DesignDraftTask): Partial<DraftAnswer> | undefined {
  const [, verb = '', rest = ''] =
    /^(?:please\s+)?(add|include|remove|drop|delete|make|set)\s+(.+)$/is.exec(wish) ?? [];
  switch (verb.toLowerCase()) {
    case 'add':
    case 'include':
      return joinDrafts(phrasesOf(rest).map((phrase) => guessColumn(phrase, task)));
    case 'remove':
    case 'drop':
    case 'delete': {
      const remove = namedColumns(rest, task);
      return remove.length === 0 ? undefined : { remove };
    }
    case 'make':
    case 'set':
      return rangedDraft(rest, task);
    default:
      return rowsIn(wish) > 0 ? {} : undefined;
  }
}

function namedColumns(text: string, { columns }: DesignDraftTask): readonly string[] {
  const said = ` ${text.toLowerCase().replace(/[^\p{L}\p{N}]+/gu, ' ')} `;
  return columns
    .map(({ name }) => name)
    .filter((name) =>
      said.includes(
        ` ${name
          .toLowerCase()
          .replace(/[^\p{L}\p{N}]+/gu, ' ')
          .trim()} `,
      ),
    );
}

function rangedDraft(text: string, task: DesignDraftTask): Partial<DraftAnswer> | undefined {
  const [name] = namedColumns(text, task);
  const range = rangeIn(text);
  if (name === undefined || range === undefined) return undefined;
  const fill = task.columns.find((column) => column.name === name)?.fill;
  const [low, high] = range;
  if (fill === 'number') {
    const decimals = Number.isInteger(low) && Number.isInteger(high) ? 0 : 2;
    const shape = { decimals, low, high, mean: 0, spread: 0 };
    return { numbers: [{ name, description: '', unit: '', ...shape }] };
  }
  if (fill !== 'generated') return undefined;
  const bounds = { min_words: low, max_words: high, is_unique: false };
  return { texts: [{ name, description: '', type: 'text', ...bounds }] };
}
