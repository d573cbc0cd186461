/** From the name of a thing to a column, by the words that usually stand for it. Order decides. */
import { emptyDraft, type DraftAnswer, type ListedKind } from '#core/llm/draft/draft-shape.ts';
import type { Phrase } from './phrases.ts';

export interface GuessHost {
  /** Year in which dates lie. */
  readonly year: number;
}

interface Guess {
  readonly words: RegExp;
  readonly make: (place: Place) => Partial<DraftAnswer>;
}

interface Place extends GuessHost {
  readonly name: string;
  readonly phrase: Phrase;
}

const about = ({ phrase }: Place): string =>
  `${phrase.words.charAt(0).toUpperCase()}${phrase.words.slice(1)}.`;

const listed =
  (kind: ListedKind) =>
  (place: Place): Partial<DraftAnswer> => ({
    listed: [{ name: place.name, description: about(place), kind }],
  });

const table =
  (...values: readonly (string | readonly [value: string, weight: number])[]) =>
  (place: Place): Partial<DraftAnswer> => ({
    tables: [
      { name: place.name, description: about(place), varies_with: '', values: rowsOf(values) },
    ],
  });

function rowsOf(values: readonly (string | readonly [value: string, weight: number])[]) {
  return values.map((entry) => {
    const [value, weight] = typeof entry === 'string' ? [entry, 1] : entry;
    return { value, description: '', weight, parent: '' };
  });
}

const bell =
  (unit: string, decimals: number, [low, high]: readonly [number, number]) =>
  (place: Place): Partial<DraftAnswer> => {
    const [from, to] = place.phrase.range ?? [low, high];
    const shape = { mean: (from + to) / 2, spread: (to - from) / 5 };
    return {
      numbers: [
        {
          name: place.name,
          description: about(place),
          unit,
          decimals,
          low: from,
          high: to,
          ...shape,
        },
      ],
    };
  };

const date =
  (has_time: boolean) =>
  (place: Place): Partial<DraftAnswer> => ({
    dates: [
      {
        name: place.name,
        description: about(place),
        start: `${place.year}-01-01`,
        end: `${place.year + 1}-01-01`,
        has_time,
      },
    ],
  });

const written =
  (least: number, most: number, is_unique = false) =>
  (place: Place): Partial<DraftAnswer> => {
    const [min_words, max_words] = place.phrase.range ?? [least, most];
    const type = 'text' as const;
    return {
      texts: [
        { name: place.name, description: about(place), type, min_words, max_words, is_unique },
      ],
    };
  };

const counted = (place: Place): Partial<DraftAnswer> => ({
  ids: [
    {
      name: place.name,
      description: about(place),
      prefix: `${place.name.charAt(0).toUpperCase()}-`,
      digits: 5,
    },
  ],
});

const guesses: readonly Guess[] = [
  { words: /\b(?:e-?mails?)\b/, make: listed('email') },
  { words: /\b(?:phone|telephone|mobile)\b/, make: listed('phone') },
  { words: /\b(?:id|identifier|reference|sku|invoice number|order number|code)$/, make: counted },
  {
    words: /\b(?:rating|stars?|grade)\b/,
    make: table(['1', 1], ['2', 2], ['3', 4], ['4', 8], ['5', 6]),
  },
  {
    words: /\b(?:price|cost|total|amount|bill|charge|fee|salary|income|revenue|budget)s?\b/,
    make: bell('USD', 2, [10, 500]),
  },
  { words: /\b(?:hours?|minutes?|duration|length)\b/, make: bell('', 1, [0.5, 8]) },
  { words: /\bages?\b/, make: bell('', 0, [18, 80]) },
  { words: /\b(?:weight)s?\b/, make: bell('kg', 1, [1, 40]) },
  {
    words:
      /\b(?:quantity|quantities|count|number|parts|units|stock|size|distance|score|temperature)\b/,
    make: bell('', 0, [1, 50]),
  },
  { words: /\b(?:time|timestamp|moment)\b/, make: date(true) },
  { words: /\b(?:date|day|when|deadline|birthday|created|due)\b/, make: date(false) },
  {
    words:
      /\b(?:review|feedback|complaint|comment|message|body|note|description|summary|story|article|text|letter|post|wrong|problem|reason|explanation)s?\b/,
    make: written(15, 60),
  },
  { words: /\b(?:question|prompt|request|query)s?\b/, make: written(6, 30, true) },
  { words: /\b(?:answer|reply|response)s?\b/, make: written(10, 80) },
  { words: /\b(?:title|subject|headline|slogan)s?\b/, make: written(3, 9, true) },
  { words: /\bstatus(?:es)?\b/, make: table(['open', 3], ['in progress', 2], ['done', 5]) },
  {
    words: /\b(?:priority|urgency|severity)\b/,
    make: table(['low', 5], ['medium', 3], ['high', 1]),
  },
  {
    words: /\b(?:mood|sentiment|tone|emotion)\b/,
    make: table(['calm', 3], ['friendly', 3], ['worried', 2], ['angry', 1]),
  },
  { words: /\b(?:difficulty|level)\b/, make: table(['easy', 3], ['medium', 4], ['hard', 2]) },
  { words: /\b(?:channel)\b/, make: table(['web', 4], ['phone', 2], ['email', 3]) },
  { words: /\bcolou?rs?\b/, make: table('red', 'blue', 'green', 'black', 'white') },
  {
    words: /\blanguages?\b/,
    make: table(['English', 4], ['Spanish', 2], ['German', 1], ['French', 1]),
  },
  { words: /\bgenders?\b/, make: table('female', 'male') },
  { words: /\bpayment\b/, make: table(['card', 5], ['transfer', 2], ['cash', 1]) },
  { words: /\b(?:city|cities|town)\b/, make: listed('city') },
  { words: /\bcountr(?:y|ies)\b/, make: listed('country') },
  { words: /\baddress(?:es)?\b/, make: listed('street_address') },
  {
    words: /\b(?:company|companies|employer|supplier|vendor|manufacturer)\b/,
    make: listed('company'),
  },
  { words: /\b(?:job|occupation|profession|role)\b/, make: listed('job_title') },
  { words: /\b(?:product|item|article)s?\b/, make: listed('product_name') },
  {
    words:
      /\b(?:customer|patient|employee|author|user|person|teacher|student|client|name|owner|driver|guest|mechanic|doctor)s?\b/,
    make: listed('full_name'),
  },
];

/** One column in its list. What no word tells is written by a model. */
export function guessColumn(phrase: Phrase, host: GuessHost): Partial<DraftAnswer> {
  const place = { ...host, phrase, name: nameOf(phrase.words) };
  if (phrase.values.length > 0) return table(...phrase.values)(place);
  if (/^(?:is|has|was|whether)\b/.test(phrase.words))
    return { flags: [{ name: place.name, description: about(place), share: 0.3 }] };
  const guess = guesses.find(({ words }) => words.test(phrase.words));
  if (guess !== undefined) return guess.make(place);
  return phrase.range === undefined ? written(1, 4)(place) : bell('', 0, phrase.range)(place);
}

/** The first words, joined: `what was wrong` → `was_wrong`. */
function nameOf(words: string): string {
  const name = words
    .split(/[^\p{L}\p{N}]+/u)
    .filter((word) => word !== '')
    .slice(0, 3)
    .join('_');
  return name === '' ? 'text' : name;
}

/** Drafts put together, list by list. */
export function joinDrafts(drafts: readonly Partial<DraftAnswer>[]): DraftAnswer {
  return {
    ...emptyDraft,
    tables: drafts.flatMap(({ tables = [] }) => tables),
    numbers: drafts.flatMap(({ numbers = [] }) => numbers),
    dates: drafts.flatMap(({ dates = [] }) => dates),
    flags: drafts.flatMap(({ flags = [] }) => flags),
    ids: drafts.flatMap(({ ids = [] }) => ids),
    listed: drafts.flatMap(({ listed = [] }) => listed),
    texts: drafts.flatMap(({ texts = [] }) => texts),
    order: drafts.flatMap(namesIn),
  };
}

function namesIn(draft: Partial<DraftAnswer>): readonly string[] {
  return Object.values(draft)
    .flat()
    .flatMap((item) => (typeof item === 'object' && 'name' in item ? [item.name] : []));
}
