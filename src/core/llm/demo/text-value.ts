/** Texts of the demo model by what their field is about. Names of people and places come from Faker. */
import type { Faker } from '@faker-js/faker';
import type { JsonValue } from '#core/base/json.ts';
import type { TaskField } from '#core/llm/row-task.ts';
import { composeLine, composeText, fitText, textBounds, type TextBounds } from './compose-text.ts';
import type { Draw } from './draw.ts';
import { meaningOf, wordsOf, type Meaning } from './meaning.ts';
import { productName } from './product-name.ts';
import type { FactWords } from './read-facts.ts';
import { keywords } from './text-frames.ts';

export interface ValueContext {
  readonly draw: Draw;
  readonly facts: FactWords;
  /** A person the row already names, whose address and login should fit. */
  readonly personName: string | undefined;
  readonly faker: Faker;
}

type TextMaker = (context: ValueContext, field: TaskField) => string;

const pets =
  'Biscuit Waffles Mochi Pepper Olive Ziggy Clover Pickle Juniper Maple Noodle Hazel Pixel Truffle Basil Mango Poppy Tofu Sable Rusty Nimbus Pretzel Fig Cricket'.split(
    ' ',
  );
const petTitles = ['', 'Captain ', 'Little ', 'Miss ', 'Sir ', 'Old ', 'Professor ', 'Lady '];
const diagnosisLetters = 'ABCDEFGHIJKLMNR'.split('');

const makers: Partial<Record<Meaning, TextMaker>> = {
  email: ({ draw, personName, faker }) => {
    const [first = '', ...rest] = asciiWords(personName ?? faker.person.fullName());
    const name = [first, rest.at(-1)].filter(Boolean).join('.');
    return `${name}${personName === undefined ? draw.walk(90, 'mail') + 10 : ''}@example.${draw.pick(['com', 'org', 'net'], 'domain')}`;
  },
  phone: ({ draw }) =>
    `+1 555 01${two(draw.walk(100, 'a'))} ${two(draw.walk(100, 'b'))}${two(draw.walk(100, 'c'))}`,
  url: ({ draw, faker }) =>
    `https://www.${faker.internet.domainWord()}${draw.walk(900, 'url') + 100}.example`,
  uuid: ({ faker }) => faker.string.uuid(),
  'diagnosis-code': ({ draw }) =>
    `${draw.pick(diagnosisLetters, 'letter')}${two(draw.walk(100, 'code'))}.${draw.walk(10, 'part')}`,
  code: ({ draw }, field) => codeText(draw, field),
  'user-name': ({ draw, personName, faker }) =>
    `${asciiWords(personName ?? faker.person.fullName()).join('_')}${draw.walk(900, 'login') + 100}`,
  'first-name': ({ draw, faker }) =>
    draw.pick(faker.definitions.person.first_name.generic ?? [faker.person.firstName()], 'first'),
  'last-name': ({ draw, faker }) =>
    draw.pick(faker.definitions.person.last_name.generic ?? [faker.person.lastName()], 'last'),
  person: ({ faker }) => `${faker.person.firstName()} ${faker.person.lastName()}`,
  company: ({ faker }) => faker.company.name(),
  job: ({ faker }) => faker.person.jobTitle(),
  city: ({ faker }) => faker.location.city(),
  country: ({ draw, faker }) => draw.pick(faker.definitions.location.country, 'country'),
  state: ({ draw, faker }) => draw.pick(faker.definitions.location.state, 'state'),
  address: ({ faker }) => faker.location.streetAddress(),
  postcode: ({ faker }) => faker.location.zipCode(),
  colour: ({ draw, faker }) => draw.pick(faker.definitions.color.human, 'colour'),
  language: ({ faker }) => faker.location.language().name,
  pet: ({ draw }) => {
    const place = draw.walk(pets.length * petTitles.length, 'pet');
    return `${petTitles[Math.floor(place / pets.length)] ?? ''}${pets[place % pets.length] ?? ''}`;
  },
  product: ({ draw, facts }) => productName(draw, facts.size),
  keyword: ({ draw }) => draw.pick(keywords, 'keyword'),
  name: ({ draw, facts, faker }) =>
    facts.thing === undefined
      ? `${faker.person.firstName()} ${faker.person.lastName()}`
      : productName(draw, facts.size),
  title: ({ draw, facts }) => composeLine('title', facts, draw),
  question: ({ draw, facts }) => composeLine('question', facts, draw),
};

const usualSentences: TextBounds = { unit: 'words', low: 12, high: 28 };
const usualReview: TextBounds = { unit: 'words', low: 16, high: 40 };
const noBounds: TextBounds = { unit: 'characters', low: 0, high: Number.POSITIVE_INFINITY };

/** A text without regard to values that are taken. */
export function textValue(field: TaskField, context: ValueContext): string {
  const meaning = meaningOf(field);
  const maker = meaning === undefined ? undefined : makers[meaning];
  context.faker.seed(context.draw.seed);
  if (maker !== undefined) {
    const text = maker(context, field);
    return field.length === undefined ? text : fitText(text, [], textBounds(field, noBounds));
  }
  const usual = meaning === 'review' ? usualReview : usualSentences;
  return composeText(meaning, context.facts, {
    draw: context.draw,
    bounds: textBounds(field, usual),
  });
}

/** A person among values that are known already, for the fields that should agree with it. */
export function personAmong(values: Readonly<Record<string, JsonValue>>): string | undefined {
  for (const [name, value] of Object.entries(values)) {
    const words = wordsOf(name);
    if (typeof value !== 'string' || value.length > 60) continue;
    if (/\bname\b/.test(words) && !/\b(?:brand|company|product|file|user|model)\b/.test(words))
      return value;
  }
  return undefined;
}

function codeText(draw: Draw, field: TaskField): string {
  const words = wordsOf(field.name).split(' ');
  const prefix = words.find(
    (word) => word.length > 2 && !/^(?:code|number|identifier|serial)$/.test(word),
  );
  const digits = String(100_000 + draw.walk(900_000, 'code'));
  return prefix === undefined ? digits : `${prefix.slice(0, 3).toUpperCase()}-${digits}`;
}

function asciiWords(name: string): readonly string[] {
  const plain = name.normalize('NFD').replace(/\p{M}/gu, '').toLowerCase();
  const words = plain.split(/[^a-z]+/).filter((word) => word !== '');
  return words.length === 0 ? ['someone'] : words;
}

function two(number: number): string {
  return String(number).padStart(2, '0');
}
