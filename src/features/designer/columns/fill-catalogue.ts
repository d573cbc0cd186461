import { fillGroup } from '#core/design/fill-group.ts';
import type { FillKind } from '#core/design/fill.ts';

export interface FillEntry {
  readonly kind: FillKind;
  readonly label: string;
  /** What it does, in a few words. */
  readonly about: string;
  /** One column filled in this way, as the end of "For example:". */
  readonly example: string;
}

/** Every way to fill a column, grouped by origin in the order of menus. */
export const fillCatalogue: readonly FillEntry[] = [
  {
    kind: 'category',
    label: 'Category',
    about: 'values with weights',
    example: 'type is OLED for 55 of 100 rows and QLED for 45',
  },
  {
    kind: 'subcategory',
    label: 'Subcategory',
    about: 'values that depend on another column',
    example: 'model is Astra or Vega for one brand, Polo or Golf for the other',
  },
  {
    kind: 'number',
    label: 'Number',
    about: 'drawn from a distribution',
    example: 'size is normal with mean 57 and stddev 12, held between 32 and 85',
  },
  {
    kind: 'boolean',
    label: 'Boolean',
    about: 'true or false',
    example: 'urgent is true in 3 of 10 rows',
  },
  {
    kind: 'datetime',
    label: 'Date and time',
    about: 'a moment in a range',
    example: 'ordered is any minute between 1 March and 31 May',
  },
  {
    kind: 'timedelta',
    label: 'Time after',
    about: 'so long after or before another moment',
    example: 'delivered is 2 to 9 days after ordered',
  },
  {
    kind: 'series',
    label: 'Time series',
    about: 'trend, season and noise over the rows',
    example: 'temperature rises by 0.1 a day and swings by 8 over a year',
  },
  {
    kind: 'sequence',
    label: 'Sequence',
    about: 'counts up',
    example: 'number is 1001, 1002, 1003',
  },
  {
    kind: 'uuid',
    label: 'UUID',
    about: 'a random identifier',
    example: 'id is 3f8a… as other systems write it',
  },
  {
    kind: 'pattern',
    label: 'Pattern',
    about: 'texts that match a regular expression',
    example: 'code is [A-Z]{2}-[0-9]{4}, such as KD-4821',
  },
  {
    kind: 'person',
    label: 'Person',
    about: 'name, e-mail, city and age that agree',
    example: 'name, e-mail and city of one person who does not exist',
  },
  {
    kind: 'faker',
    label: 'Faker',
    about: 'words of many kinds',
    example: 'company is a made-up name of a company',
  },
  {
    kind: 'texts',
    label: 'Sentences',
    about: 'put together from your lists',
    example: '“The red house is old.” from lists of colours, things and words',
  },
  {
    kind: 'constant',
    label: 'Constant',
    about: 'one value in every row',
    example: 'source is “catalogue” everywhere',
  },
  {
    kind: 'generated',
    label: 'Written by a model',
    about: 'language, from the other columns',
    example: 'description is two sentences about {{ brand }} {{ model }}',
  },
  {
    kind: 'formula',
    label: 'Formula',
    about: 'computed from other columns',
    example: 'price is size * 12 + 90',
  },
  {
    kind: 'template',
    label: 'Template',
    about: 'text with other columns in it',
    example: 'title is {{ brand }} {{ model }} {{ size }}"',
  },
  {
    kind: 'list',
    label: 'List',
    about: 'one template for each item',
    example: 'tags is one text for each of three templates',
  },
  {
    kind: 'object',
    label: 'Object',
    about: 'one template for each key',
    example: 'address has a street, a city and a postcode',
  },
  {
    kind: 'chat',
    label: 'Chat',
    about: 'a conversation from templates',
    example: 'a question of {{ question }} and the answer of {{ answer }}',
  },
  {
    kind: 'postprocess',
    label: 'Cleaned text',
    about: 'another column, cut and trimmed',
    example: 'answer without its first line and its quotation marks',
  },
  {
    kind: 'pick',
    label: 'Part of a value',
    about: 'one item of a list or object',
    example: 'the second item of tags, or the city of address',
  },
  {
    kind: 'source',
    label: 'Source',
    about: 'taken from rows you bring',
    example: 'city is the city of a row of your file',
  },
  {
    kind: 'shots',
    label: 'Rows of a source',
    about: 'several of them as a list',
    example: 'three rows of your file, as examples for a message',
  },
];

export function fillEntry(kind: FillKind): FillEntry | undefined {
  return fillCatalogue.find((entry) => entry.kind === kind);
}

/** True where the entry begins another origin than the one before it. */
export function beginsGroup(index: number): boolean {
  const [entry, previous] = [fillCatalogue[index], fillCatalogue[index - 1]];
  if (entry === undefined || previous === undefined) return false;
  return fillGroup(entry.kind) !== fillGroup(previous.kind);
}
