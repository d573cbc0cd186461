/** What a field is about, guessed from its name first and its description second. */
import type { TaskField } from '#core/llm/row-task.ts';

export type Meaning =
  | 'email'
  | 'phone'
  | 'url'
  | 'uuid'
  | 'diagnosis-code'
  | 'code'
  | 'user-name'
  | 'first-name'
  | 'last-name'
  | 'person'
  | 'company'
  | 'job'
  | 'city'
  | 'country'
  | 'state'
  | 'address'
  | 'postcode'
  | 'colour'
  | 'language'
  | 'pet'
  | 'product'
  | 'title'
  | 'review'
  | 'question'
  | 'answer'
  | 'message'
  | 'story'
  | 'description'
  | 'keyword'
  | 'name';

/** The first that fits decides, so the special ones stand before the general ones. */
const patterns: readonly (readonly [Meaning, RegExp])[] = [
  ['email', /\be-?mail(?! (?:body|text|subject))( address)?\b/],
  ['phone', /\b(?:phone|mobile|telephone|fax)\b/],
  ['url', /\b(?:url|website|web site|link|homepage|domain)\b/],
  ['uuid', /\b(?:uuid|guid)\b/],
  ['diagnosis-code', /\b(?:diagnosis|icd\w*)\b/],
  ['code', /\b(?:id|ids|sku|code|identifier|serial|reference|isbn|number)\b/],
  ['user-name', /\b(?:user ?name|login|handle|nickname|screen name)\b/],
  ['first-name', /\b(?:first|given|fore) ?names?\b/],
  ['last-name', /\b(?:last|family|sur) ?names?\b/],
  ['review', /\b(?:reviews?|feedback|testimonial|opinion|verdict)\b/],
  ['question', /\b(?:questions?|query|prompt|riddle)\b/],
  ['answer', /\b(?:answers?|response|reply|explanation|solution|reason|rationale)\b/],
  ['title', /\b(?:title|headline|heading|subject|slogan|tagline)\b/],
  [
    'description',
    /\b(?:descriptions?|summary|overview|about|bio|abstract|blurb|caption|details)\b/,
  ],
  ['message', /\b(?:message|body|complaint|ticket|request|notes?|comment|transcript|utterance)\b/],
  ['story', /\b(?:story|article|paragraph|sentences?|texts?|content|essay|poem|scene|narrative)\b/],
  ['job', /\b(?:job|occupation|profession|position|role)\b/],
  [
    'company',
    /\b(?:company|companies|brand|manufacturer|employer|vendor|organi[sz]ation|supplier|publisher|maker)\b/,
  ],
  ['city', /\b(?:city|cities|town|birthplace)\b/],
  ['country', /\b(?:country|countries|nation|nationality)\b/],
  ['state', /\b(?:state|region|province|county)\b/],
  ['postcode', /\b(?:postcode|zip|postal)\b/],
  ['address', /\b(?:address|street)\b/],
  ['colour', /\b(?:colou?rs?)\b/],
  ['language', /\blanguages?\b/],
  ['pet', /\b(?:pets?|cats?|dogs?)\b/],
  ['product', /\b(?:model|product|item|device|appliance|gadget)s?\b/],
  [
    'person',
    /\b(?:person|people|author|customer|patient|employee|reviewer|actor|student|teacher|doctor|contact|user|client|agent|speaker|full name|owner|manager)s?\b/,
  ],
  ['keyword', /\b(?:tags?|keywords?|labels?|topics?|genre|categor(?:y|ies)|themes?|word)\b/],
  ['name', /\bnames?\b/],
];

/** Undefined when neither name nor description tells. */
export function meaningOf(field: TaskField): Meaning | undefined {
  const byName = match(wordsOf(field.name));
  if (byName !== undefined && byName !== 'name') return byName;
  // A description often mentions what else is in the row; only its first words tell the field itself.
  const start = wordsOf(field.description).split(' ').slice(0, 6).join(' ');
  return match(start) ?? byName;
}

function match(words: string): Meaning | undefined {
  return patterns.find(([, pattern]) => pattern.test(words))?.[0];
}

/** `patientName_2` → `patient name 2`. */
export function wordsOf(name: string): string {
  return name
    .replace(/([a-z\d])([A-Z])/g, '$1 $2')
    .replace(/[^\p{L}\p{N}]+/gu, ' ')
    .trim()
    .toLowerCase();
}
