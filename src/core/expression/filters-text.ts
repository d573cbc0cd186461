/** Filters that work on text. Numbers and booleans are taken as they print; lists and objects are refused. */
import { hasAtMost } from '#core/base/json.ts';
import { chargeText, chargeValue } from './budget.ts';
import { textArgument, textInput, unsuited, wholeArgument } from './coerce.ts';
import { usd } from './numbers.ts';
import { problemAt } from './problem.ts';
import type { FilterDefinition, Site } from './signature.ts';
import { capitalise, characterCount, charactersOf, takeCharacters, wellFormed } from './text.ts';
import { evaluateTest, isMapping, toText, type Value } from './value.ts';

const entities: ReadonlyMap<string, string> = new Map([
  ['&', '&amp;'],
  ['<', '&lt;'],
  ['>', '&gt;'],
  ['"', '&#34;'],
  ["'", '&#39;'],
]);

function plain(change: (text: string) => string): FilterDefinition {
  return {
    parameters: [],
    required: 0,
    apply: (input, _, site) => change(textInput(input, site)),
  };
}

const escapeFilter = plain((text) =>
  text.replace(/[&<>"']/g, (character) => entities.get(character) ?? character),
);

export const textFilters: readonly (readonly [string, FilterDefinition])[] = [
  ['lower', plain((text) => text.toLowerCase())],
  ['upper', plain((text) => text.toUpperCase())],
  ['capitalize', plain(capitalise)],
  ['title', plain((text) => text.replace(/[^-\s({[<]+/gu, capitalise))],
  ['escape', escapeFilter],
  ['e', escapeFilter],
  ['forceescape', escapeFilter],
  [
    'wordcount',
    {
      parameters: [],
      required: 0,
      apply: (input, _, site) => textInput(input, site).match(/[\p{L}\p{N}_]+/gu)?.length ?? 0,
    },
  ],
  ['trim', { parameters: ['chars'], required: 0, apply: trim }],
  ['replace', { parameters: ['old', 'new', 'count'], required: 2, apply: replace }],
  [
    'truncate',
    { parameters: ['length', 'killwords', 'end', 'leeway'], required: 0, apply: truncate },
  ],
  ['urlencode', { parameters: [], required: 0, apply: (input, _, site) => urlencode(input, site) }],
  ['usd', { parameters: [], required: 0, apply: (input, _, site) => usd(input, site) }],
  [
    'string',
    {
      parameters: [],
      required: 0,
      apply: (input, _, site) => {
        chargeValue(site.budget, input, site);
        return toText(input);
      },
    },
  ],
  [
    'tojson',
    {
      parameters: ['indent'],
      required: 0,
      apply: (input, [indent], site) => {
        const nodes = chargeValue(site.budget, input, site);
        const width = Math.min(8, Math.max(0, wholeArgument(indent, 0, site)));
        if (width > 0) chargeIndent(input, nodes * width, site);
        const text = JSON.stringify(input, null, width);
        chargeText(site.budget, text.length, site);
        return text;
      },
    },
  ],
];

/** Levels up to which JSON is written with indents. */
const deepestIndent = 32;

/** Indents can outgrow what they indent, so they are paid for before they are written. */
function chargeIndent(input: Value, perLevel: number, site: Site): void {
  if (!hasAtMost(input, Number.POSITIVE_INFINITY, deepestIndent))
    throw unsuited(input, `at most ${deepestIndent} levels to indent`, site);
  chargeText(site.budget, perLevel * deepestIndent, site);
}

/** Without `chars` white space goes; with it, any of these characters. */
function trim(input: Value, [chars]: readonly (Value | undefined)[], site: Site): string {
  const text = textInput(input, site);
  if (chars === undefined || chars === null) return text.trim();
  const unwanted = new Set(charactersOf(textArgument(chars, '', site)));
  const characters = charactersOf(text);
  const first = characters.findIndex((character) => !unwanted.has(character));
  const last = characters.findLastIndex((character) => !unwanted.has(character));
  return first < 0 ? '' : characters.slice(first, last + 1).join('');
}

function replace(
  input: Value,
  [old, replacement, count]: readonly (Value | undefined)[],
  site: Site,
): string {
  const text = textInput(input, site);
  const from = textArgument(old, '', site);
  const to = textArgument(replacement, '', site);
  const limit = wholeArgument(count, -1, site);
  const pieces = from === '' ? ['', ...charactersOf(text), ''] : text.split(from);
  const hits = limit < 0 ? pieces.length - 1 : Math.min(limit, pieces.length - 1);
  chargeText(site.budget, text.length + hits * to.length, site);
  if (hits === pieces.length - 1) return pieces.join(to);
  const rest = pieces.slice(hits).join(from);
  return hits === 0 ? text : `${pieces.slice(0, hits).join(to)}${to}${rest}`;
}

/** As in Jinja: up to `leeway` characters more pass uncut, and words stay whole without `killwords`. */
function truncate(
  input: Value,
  [length, killwords, end, leeway]: readonly (Value | undefined)[],
  site: Site,
): string {
  const text = textInput(input, site);
  const limit = wholeArgument(length, 255, site);
  const ending = textArgument(end, '...', site);
  const room = limit - characterCount(ending);
  if (room < 0)
    throw problemAt(
      site,
      'invalid-value',
      `“truncate” needs a length of at least ${limit - room}.`,
    );
  if (characterCount(text) <= limit + wholeArgument(leeway, 5, site)) return text;
  const head = takeCharacters(text, room);
  if (evaluateTest(killwords ?? false)) return head + ending;
  const lastSpace = head.lastIndexOf(' ');
  return (lastSpace < 0 ? head : head.slice(0, lastSpace)) + ending;
}

function urlencode(input: Value, site: Site): string {
  if (Array.isArray(input)) throw unsuited(input, 'text or an object', site);
  if (!isMapping(input)) return encodePart(textInput(input, site)).replaceAll('%2F', '/');
  const pairs = Object.entries(input).map(([key, value]) => {
    chargeText(site.budget, key.length, site);
    return `${encodePart(key)}=${encodePart(textInput(value, site))}`;
  });
  return pairs.join('&');
}

function encodePart(text: string): string {
  return encodeURIComponent(wellFormed(text)).replace(
    /[!'()*]/g,
    (character) => `%${character.charCodeAt(0).toString(16).toUpperCase()}`,
  );
}
