/**
 * The simplified design that a model answers when it drafts one: a list for each kind of column, with
 * nothing optional and no choice between shapes, so that every provider's schema mode can hold it. One
 * table gives the type, the JSON Schema and the words of the prompt.
 */
import type { JsonObject } from '#core/base/json.ts';
import { promptRoles } from './draft-task.ts';

type Scalar = 'text' | 'number' | 'boolean';

interface ScalarField<Kind extends Scalar = Scalar> {
  readonly kind: Kind;
  readonly about: string;
}

interface ChoiceField<Value extends string = string> {
  readonly kind: 'choice';
  readonly about: string;
  readonly values: readonly Value[];
}

interface TextsField {
  readonly kind: 'texts';
  readonly about: string;
}

export interface ItemsField<Fields extends DraftFields = DraftFields> {
  readonly kind: 'items';
  readonly about: string;
  readonly fields: Fields;
}

type DraftField = ScalarField | ChoiceField | TextsField | ItemsField;

export type DraftFields = Readonly<Record<string, DraftField>>;

type ValueOf<Field> = Field extends { kind: 'text' }
  ? string
  : Field extends { kind: 'number' }
    ? number
    : Field extends { kind: 'boolean' }
      ? boolean
      : Field extends ChoiceField<infer Value>
        ? Value
        : Field extends { kind: 'texts' }
          ? readonly string[]
          : Field extends ItemsField<infer Fields>
            ? readonly DraftItem<Fields>[]
            : never;

export type DraftItem<Fields extends DraftFields> = {
  readonly [Name in keyof Fields]: ValueOf<Fields[Name]>;
};

const text = (about: string): ScalarField<'text'> => ({ kind: 'text', about });
const number = (about: string): ScalarField<'number'> => ({ kind: 'number', about });
const flag = (about: string): ScalarField<'boolean'> => ({ kind: 'boolean', about });
const texts = (about: string): TextsField => ({ kind: 'texts', about });
const choice = <Value extends string>(
  about: string,
  values: readonly Value[],
): ChoiceField<Value> => ({ kind: 'choice', about, values });
const items = <Fields extends DraftFields>(about: string, fields: Fields): ItemsField<Fields> => ({
  kind: 'items',
  about,
  fields,
});

const name = text('column name in snake_case');
const description = text('one short sentence on what the value means');

/** Kinds of values that are drawn from word lists. */
export const listedKinds = [
  'full_name',
  'first_name',
  'company',
  'email',
  'phone',
  'city',
  'country',
  'street_address',
  'job_title',
  'product_name',
] as const;

export type ListedKind = (typeof listedKinds)[number];

const writtenTypes = ['text', 'integer', 'decimal', 'boolean', 'list'] as const;

export const draftFields = {
  name: text('name of the dataset, two to four words'),
  instructions: text(
    'tone, language and what to avoid, told to the model that writes; "" for none',
  ),
  rows: number('how many rows were asked for; 0 when no number was given'),
  order: texts('names of all your columns in reading order'),
  tables: items('columns drawn from a table of values, such as status or topic', {
    name,
    description,
    varies_with: text('name of another table that the values depend on; "" for none'),
    values: items('the table', {
      value: text('what stands in the cell'),
      description: text('what it means, for whoever writes texts from it; may be ""'),
      weight: number('relative share of the rows, above 0'),
      parent: text('the value of varies_with under which this value occurs; "" without one'),
    }),
  }),
  numbers: items('columns of numbers that are drawn', {
    name,
    description,
    unit: text('such as USD, kg or min; "" for none'),
    decimals: number('digits after the point; 0 for whole numbers'),
    low: number('smallest value'),
    high: number('largest value'),
    mean: number('middle of a bell curve; anything when spread is 0'),
    spread: number('standard deviation of a bell curve; 0 for an even spread'),
  }),
  dates: items('columns of dates or moments', {
    name,
    description,
    start: text('first day, YYYY-MM-DD'),
    end: text('day after the last, YYYY-MM-DD'),
    has_time: flag('true: with hours and minutes'),
  }),
  flags: items('columns of yes or no', {
    name,
    description,
    share: number('share of yes, 0 to 1'),
  }),
  ids: items('numbers that count on from row to row', {
    name,
    description,
    prefix: text('such as INV-; "" for none'),
    digits: number('digits, filled with zeros; 0 for as many as needed'),
  }),
  listed: items('columns drawn from word lists, without a model', {
    name,
    description,
    kind: choice('which list', listedKinds),
  }),
  formulas: items('numbers computed from other columns', {
    name,
    description,
    unit: text('"" for none'),
    decimals: number('digits after the point'),
    expression: text("such as hours * 60 + (20 if kind == 'rush' else 0)"),
    noise: number('random deviation as a share of the value, such as 0.05; 0 for exact'),
  }),
  templates: items('texts put together from other columns', {
    name,
    description,
    template: text('such as {{ first_name }} of {{ city }}'),
  }),
  texts: items('columns that a language model writes for each row', {
    name,
    description,
    type: choice('what is written', writtenTypes),
    min_words: number('fewest words; 0 for no rule'),
    max_words: number('most words; 0 for no rule'),
    is_unique: flag('true: no two rows may have the same'),
  }),
  rules: items('rules that every row must keep', {
    sentence: text('the rule in plain words'),
    expression: text('the rule as an expression over columns, such as paid <= total'),
  }),
  remove: texts('names of columns and ids of rules to take out'),
  remark: text('one sentence to the user about what could not be done; "" when all was done'),
} as const satisfies DraftFields;

/** The messages of one call, written anew. */
export const promptFields = {
  messages: items('all messages in order, the unchanged ones too', {
    role: choice('who speaks', promptRoles),
    content: text('the whole message'),
  }),
  remark: text('one sentence to the user on what you changed and why'),
} as const satisfies DraftFields;

export type PromptAnswer = DraftItem<typeof promptFields>;

export type DraftAnswer = DraftItem<typeof draftFields>;
export type DraftTable = DraftAnswer['tables'][number];
export type DraftText = DraftAnswer['texts'][number];

/** An answer that changes nothing. */
export const emptyDraft: DraftAnswer = {
  name: '',
  instructions: '',
  rows: 0,
  order: [],
  tables: [],
  numbers: [],
  dates: [],
  flags: [],
  ids: [],
  listed: [],
  formulas: [],
  templates: [],
  texts: [],
  rules: [],
  remove: [],
  remark: '',
};

/** Closed objects with all fields required, as the schema modes of all providers take them. */
export const draftSchema: JsonObject = objectSchema(draftFields);
export const promptSchema: JsonObject = objectSchema(promptFields);

function objectSchema(fields: DraftFields): JsonObject {
  return {
    type: 'object',
    properties: Object.fromEntries(
      Object.entries(fields).map(([key, field]) => [key, schemaOf(field)]),
    ),
    required: Object.keys(fields),
    additionalProperties: false,
  };
}

function schemaOf(field: DraftField): JsonObject {
  const { about } = field;
  switch (field.kind) {
    case 'text':
      return { type: 'string', description: about };
    case 'number':
    case 'boolean':
      return { type: field.kind, description: about };
    case 'choice':
      return { type: 'string', enum: field.values, description: about };
    case 'texts':
      return { type: 'array', items: { type: 'string' }, description: about };
    case 'items':
      return { type: 'array', items: objectSchema(field.fields), description: about };
  }
}

/** The form in words, one line for each key, for models that are given no schema. */
export function describeDraft(fields: DraftFields = draftFields): string {
  return Object.entries(fields)
    .map(([key, field]) => `- ${key}: ${wordsOf(field)}`)
    .join('\n');
}

function wordsOf(field: DraftField): string {
  if (field.kind === 'choice') return `${field.about}: ${field.values.join(', ')}`;
  if (field.kind === 'texts') return `list of texts; ${field.about}`;
  if (field.kind !== 'items') return `${field.kind}; ${field.about}`;
  const keys = Object.entries(field.fields).map(([key, part]) => `${key} (${wordsOf(part)})`);
  return `list of objects; ${field.about}. Each has ${keys.join('; ')}`;
}
