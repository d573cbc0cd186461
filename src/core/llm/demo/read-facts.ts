/**
 * The facts of a row as words for sentences. Every text of the demo model takes its particulars from
 * here, so that none can contradict its row.
 */
import type { JsonObject, JsonValue } from '#core/base/json.ts';
import type { RowTask, TaskRow } from '#core/llm/row-task.ts';
import { wordsOf } from './meaning.ts';

export interface FactWords {
  /** What the row is about, such as `55-inch QLED TV`; undefined when the facts describe no thing. */
  readonly thing: string | undefined;
  readonly brand: string | undefined;
  /** Such as `$1,459.99`. */
  readonly price: string | undefined;
  /** A subject to write about, such as the value of a column named topic. */
  readonly topic: string | undefined;
  /** Size or capacity for a product's name. */
  readonly size: number | undefined;
  readonly isScreen: boolean;
  readonly mood: 'good' | 'bad' | 'mixed';
  /** Facts not used above, such as `the tone is formal`. */
  readonly statements: readonly string[];
}

interface Fact {
  /** Words of the column's name. */
  readonly words: string;
  readonly value: string | number;
}

const nouns: readonly (readonly [RegExp, string])[] = [
  [/\b(?:tvs?|televisions?)\b/, 'TV'],
  [/\bmonitors?\b/, 'monitor'],
  [/\blaptops?\b/, 'laptop'],
  [/\btablets?\b/, 'tablet'],
  [/\b(?:smart)?phones?\b/, 'phone'],
  [/\bheadphones?\b/, 'pair of headphones'],
  [/\bspeakers?\b/, 'speaker'],
  [/\bcameras?\b/, 'camera'],
  [/\b(?:home )?appliances?\b/, 'appliance'],
  [/\bbikes?|bicycles?\b/, 'bike'],
  [/\bcars?\b/, 'car'],
  [/\bshoes?\b/, 'pair of shoes'],
  [/\bchairs?\b/, 'chair'],
  [/\b(?:sofas?|couch(?:es)?)\b/, 'sofa'],
  [/\btables?\b/, 'table'],
  [/\blamps?\b/, 'lamp'],
  [/\bwatch(?:es)?\b/, 'watch'],
  [/\bbooks?\b/, 'book'],
  [/\bcoffees?\b/, 'coffee'],
  [/\bwines?\b/, 'wine'],
  [/\bproducts?|goods|items?\b/, 'product'],
];
const screens: ReadonlySet<string> = new Set(['TV', 'monitor', 'laptop', 'tablet', 'phone']);

const moneyName = /\b(?:price|cost|charge|fee|amount|total|fare|rent)s?\b/;
const brandName = /\b(?:brand|maker|manufacturer|vendor|supplier|company)\b/;
const kindName = /\b(?:type|kind|category|class|style|technology|panel|product|item)\b/;
const sizeName = /\b(?:size|screen|diagonal|inch(?:es)?)\b/;
const topicName = /\b(?:topic|subject|theme|area|field|domain|genre|issue|skill|concept)\b/;
const moodName = /\b(?:rating|stars|sentiment|mood|satisfaction|score)\b/;

export function readFacts(task: RowTask, row: TaskRow): FactWords {
  const facts = factsOf(row.facts);
  const roles = rolesOf(facts);
  const { size, kind, brand, price, topic } = roles;
  const isProduct = [brand, price, size].some((fact) => fact !== undefined);
  const noun = isProduct ? nounOf(task, facts) : undefined;
  return {
    thing: isProduct ? thingOf(noun ?? 'model', kind, size) : undefined,
    brand: textOf(brand?.value),
    price: moneyOf(price),
    topic: textOf((isProduct ? topic : (topic ?? kind))?.value),
    size: numberOf(size?.value),
    isScreen: noun !== undefined && screens.has(noun),
    mood: moodOf(roles.mood?.value),
    statements: statementsOf(facts, [brand, price, topic, ...(isProduct ? [kind, size] : [])]),
  };
}

function statementsOf(
  facts: readonly Fact[],
  used: readonly (Fact | undefined)[],
): readonly string[] {
  return facts
    .filter((fact) => !used.includes(fact))
    .map((fact) => `the ${fact.words} is ${valueText(fact.value)}`);
}

type Role = 'size' | 'kind' | 'brand' | 'price' | 'topic' | 'mood';

function rolesOf(facts: readonly Fact[]): Partial<Record<Role, Fact>> {
  const find = (pattern: RegExp, type?: 'string' | 'number'): Fact | undefined =>
    facts.find(
      ({ words, value }) => pattern.test(words) && (type === undefined || typeof value === type),
    );
  const found: Record<Role, Fact | undefined> = {
    size: find(sizeName),
    kind: find(kindName, 'string'),
    brand: find(brandName, 'string'),
    price: find(moneyName, 'number'),
    topic: find(topicName, 'string'),
    mood: find(moodName),
  };
  return Object.fromEntries(Object.entries(found).filter(([, fact]) => fact !== undefined));
}

/** Plain values that read well in a sentence; long texts, lists, and what is empty stay out. */
function factsOf(facts: JsonObject): readonly Fact[] {
  return Object.entries(facts).flatMap(([name, value]) => {
    const words = wordsOf(name);
    return words !== '' && isPlain(value) ? [{ words, value }] : [];
  });
}

function isPlain(value: JsonValue): value is string | number {
  if (typeof value === 'string')
    return value.trim() !== '' && value.length <= 60 && !/[\n{}<>]/.test(value);
  return typeof value === 'number' && Number.isFinite(value);
}

function nounOf(task: RowTask, facts: readonly Fact[]): string | undefined {
  const descriptions = task.fields.map(({ description }) => description);
  const text = [...facts.map(({ words }) => words), task.brief, task.instructions, ...descriptions]
    .join(' . ')
    .toLowerCase();
  return nouns.find(([pattern]) => pattern.test(text))?.[1];
}

function thingOf(noun: string, kind: Fact | undefined, size: Fact | undefined): string {
  const kindText = textOf(kind?.value) ?? '';
  const isNamed = kindText.toLowerCase().endsWith(noun.toLowerCase());
  const name = isNamed ? kindText : `${kindText} ${noun}`.trim();
  if (typeof size?.value === 'number')
    return screens.has(noun) ? `${size.value}-inch ${name}` : `size ${size.value} ${name}`;
  const word = textOf(size?.value);
  return word === undefined || word.length > 12 ? name : `${word} ${name}`;
}

const currencies: readonly (readonly [RegExp, string])[] = [
  [/\beuros?|eur\b/, '€'],
  [/\bpounds?|gbp\b/, '£'],
];

function moneyOf(fact: Fact | undefined): string | undefined {
  if (fact === undefined) return undefined;
  const { words, value } = fact;
  const amount = Number(value);
  const digits = Number.isInteger(amount) ? 0 : 2;
  const text = Math.abs(amount).toLocaleString('en-US', {
    minimumFractionDigits: digits,
    maximumFractionDigits: digits,
  });
  const sign = currencies.find(([pattern]) => pattern.test(words))?.[1] ?? '$';
  return `${amount < 0 ? '-' : ''}${sign}${text}`;
}

function moodOf(value: JsonValue | undefined): FactWords['mood'] {
  if (typeof value === 'number') return value >= 4 ? 'good' : value <= 2 ? 'bad' : 'mixed';
  if (typeof value !== 'string') return 'good';
  if (/neg|bad|poor|angry|unhappy|dissatisf|low/i.test(value)) return 'bad';
  return /neutral|mixed|medium|average/i.test(value) ? 'mixed' : 'good';
}

function textOf(value: JsonValue | undefined): string | undefined {
  return typeof value === 'string' ? value.trim() : undefined;
}

function numberOf(value: JsonValue | undefined): number | undefined {
  return typeof value === 'number' ? value : undefined;
}

function valueText(value: string | number): string {
  return typeof value === 'number'
    ? value.toLocaleString('en-US', { useGrouping: false })
    : value.trim();
}
