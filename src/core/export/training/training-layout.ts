/**
 * How rows stand in files that models are trained on: one conversation a row, in the form that trainers
 * read. Which column plays which part is data, so that the page and the command line say it alike.
 */
import { failure, success, type Result } from '#core/base/result.ts';

/**
 * `messages`: roles and contents, as OpenAI and Hugging Face train on. `sharegpt`: turns from human and
 * gpt. `alpaca`: instruction, input and output.
 */
export const trainingForms = ['messages', 'sharegpt', 'alpaca'] as const;
export type TrainingForm = (typeof trainingForms)[number];

/**
 * `conversation` is a column that holds whole conversations; it takes the place of all others. `input`
 * is what the instruction of Alpaca works on; other forms put it behind the question.
 */
export const turnParts = ['conversation', 'system', 'user', 'input', 'assistant'] as const;
export type TurnPart = (typeof turnParts)[number];

export interface TrainingLayout {
  readonly form: TrainingForm;
  /** Ids of columns. */
  readonly parts: Readonly<Partial<Record<TurnPart, string>>>;
  /** Whether the other columns of the file stand behind the conversation. */
  readonly keepsOthers: boolean;
}

/** The parts that are read: a conversation speaks for itself. */
export function partsRead({ parts }: Pick<TrainingLayout, 'parts'>): TrainingLayout['parts'] {
  return parts.conversation === undefined ? parts : { conversation: parts.conversation };
}

/** What is missing, or one column in two parts, as a sentence; undefined when rows can be laid out. */
export function layoutProblem(layout: Pick<TrainingLayout, 'parts'>): string | undefined {
  const parts = partsRead(layout);
  if (parts.conversation !== undefined) return undefined;
  if (parts.user === undefined || parts.assistant === undefined)
    return 'A conversation needs a column for the user and one for the assistant.';
  const ids = Object.values(parts);
  return new Set(ids).size === ids.length ? undefined : 'One column plays two parts.';
}

/** Ids of the columns such a file reads: those with a part, then the others where they are kept. */
export function layoutColumnIds(
  layout: TrainingLayout,
  chosen: readonly string[],
): readonly string[] {
  const parts = Object.values(partsRead(layout));
  return layout.keepsOthers ? [...new Set([...parts, ...chosen])] : parts;
}

/**
 * Reads `user=question,assistant=answer` with names of columns; `find` turns a name into an id. Fails
 * with a sentence that says what is wrong.
 */
export function parseTurnParts(
  text: string,
  find: (name: string) => string | undefined,
): Result<TrainingLayout['parts'], string> {
  const parts: Partial<Record<TurnPart, string>> = {};
  for (const piece of text.split(',')) {
    const [, word = '', name = ''] = /^\s*(\w+)\s*=\s*(.*?)\s*$/s.exec(piece) ?? [];
    const part = turnParts.find((known) => known === word.toLowerCase());
    if (part === undefined)
      return failure(
        `Parts are written as PART=COLUMN, such as user=question,assistant=answer; parts are ${turnParts.join(', ')}.`,
      );
    const id = find(name);
    if (id === undefined) return failure(`There is no column “${name}”.`);
    parts[part] = id;
  }
  return success(parts);
}
