/** Texts of several sentences that meet a length, put together from frames and the facts of their row. */
import type { TaskField } from '#core/llm/row-task.ts';
import type { Draw } from './draw.ts';
import type { FactWords } from './read-facts.ts';
import type { Meaning } from './meaning.ts';
import * as product from './product-frames.ts';
import * as general from './text-frames.ts';

export interface TextBounds {
  readonly unit: 'words' | 'characters';
  readonly low: number;
  readonly high: number;
}

interface Material {
  /** Ready sentences that carry the facts; the first that fits opens the text. */
  readonly openings: readonly string[];
  readonly sentences: readonly string[];
}

/** The bounds of a field: its own, those its description names, or what is usual for such a text. */
export function textBounds(field: TaskField, usual: TextBounds): TextBounds {
  if (field.length !== undefined) {
    const { unit, low, high } = field.length;
    const room = unit === 'words' ? 12 : 60;
    return {
      unit,
      low: low ?? Math.min(usual.low, high ?? usual.low),
      high: high ?? (low ?? 0) + room,
    };
  }
  const named = /(\d{1,4})\s*(?:-|–|to|and)\s*(\d{1,4})\s*(words|characters)/i.exec(
    field.description,
  );
  if (named === null) return usual;
  const unit = named[3]?.toLowerCase() === 'characters' ? 'characters' : 'words';
  return { unit, low: Number(named[1]), high: Number(named[2]) };
}

/** A text in sentences within the bounds, where the bounds allow a sentence at all. */
export function composeText(
  meaning: Meaning | undefined,
  facts: FactWords,
  { draw, bounds }: { readonly draw: Draw; readonly bounds: TextBounds },
): string {
  const { openings, sentences } = materialOf(meaning, facts, draw);
  const target = bounds.low + Math.floor(draw.chance('target') * (bounds.high - bounds.low) * 0.7);
  for (const opening of openings) {
    const text = extend(
      opening,
      [...draw.shuffle(sentences, 'sentences'), ...draw.shuffle(general.fillers, 'fillers')],
      {
        ...bounds,
        low: target,
      },
    );
    if (isWithin(text, bounds) && !hasDoubledWord(text)) return text;
  }
  return fitText(openings[0] ?? '', sentences, bounds);
}

/** A title, a question or another single sentence. */
export function composeLine(meaning: Meaning | undefined, facts: FactWords, draw: Draw): string {
  const topic = facts.topic ?? facts.thing ?? draw.pick(general.topics, 'topic');
  const isQuestion = meaning === 'question';
  const frames = isQuestion ? general.questionFrames : general.titleFrames;
  const tails = isQuestion ? general.questionTails : general.titleTails;
  // One walk over all pairs of frame and ending: no pair comes twice before all have come.
  const place = draw.walk(frames.length * (tails.length + 1), 'line');
  const tail = tails[Math.floor(place / frames.length) - 1] ?? '';
  const line = fill(frames[place % frames.length] ?? '', {
    ...facts,
    topic: withThe(facts, topic),
  });
  return isQuestion && tail !== '' ? `${line} ${tail}` : line + tail;
}

/** Makes any text keep its bounds: adds sentences, then cuts at a word. */
export function fitText(text: string, more: readonly string[], bounds: TextBounds): string {
  const long = extend(text, [...more, ...general.fillers, ...general.plainSentences], bounds);
  if (measure(long, bounds.unit) <= bounds.high) return long;
  const words = long.split(' ');
  while (words.length > 1 && measure(words.join(' '), bounds.unit) > bounds.high) words.pop();
  const cut = words.join(' ').replace(/[,;:]$/, '');
  return bounds.unit === 'characters' ? cut.slice(0, bounds.high) : cut;
}

/** Adds what still fits until the lower bound is met. */
function extend(opening: string, sentences: readonly string[], bounds: TextBounds): string {
  let text = opening;
  for (const sentence of sentences) {
    if (measure(text, bounds.unit) >= bounds.low) break;
    const longer = `${text} ${sentence}`.trim();
    if (measure(longer, bounds.unit) <= bounds.high) text = longer;
  }
  return text;
}

function isWithin(text: string, bounds: TextBounds): boolean {
  const length = measure(text, bounds.unit);
  return length >= bounds.low && length <= bounds.high;
}

function measure(text: string, unit: TextBounds['unit']): number {
  return unit === 'characters' ? text.length : text.split(/\s+/).filter(Boolean).length;
}

function hasDoubledWord(text: string): boolean {
  return /\b([\p{L}\d]+)\s+\1\b/iu.test(text);
}

function materialOf(meaning: Meaning | undefined, facts: FactWords, draw: Draw): Material {
  if (meaning === 'review') {
    const frames = facts.thing === undefined ? [] : walked(product.reviewOpenings, draw);
    const sentences = {
      good: product.goodSentences,
      bad: product.badSentences,
      mixed: product.mixedSentences,
    };
    const openings = frames.map((frame) => fill(frame, facts));
    return {
      openings: openings.length > 0 ? openings : draw.shuffle(sentences[facts.mood], 'opening'),
      sentences: sentences[facts.mood],
    };
  }
  if (meaning === 'message' || meaning === 'answer') return subjectMaterial(meaning, facts, draw);
  if (facts.thing !== undefined) return productMaterial(facts, draw);
  return facts.topic === undefined
    ? sceneMaterial(facts, draw)
    : subjectMaterial('answer', facts, draw);
}

function productMaterial(facts: FactWords, draw: Draw): Material {
  const hasBrand = facts.brand !== undefined;
  const hasPrice = facts.price !== undefined;
  const withPrice = hasBrand ? product.productOpenings : product.priceOpenings;
  const withoutPrice = hasBrand ? product.brandOpenings : product.thingOpenings;
  return {
    openings: walked(hasPrice ? withPrice : withoutPrice, draw).map((frame) => fill(frame, facts)),
    sentences: facts.isScreen ? product.screenSentences : product.productSentences,
  };
}

function subjectMaterial(meaning: 'message' | 'answer', facts: FactWords, draw: Draw): Material {
  const topic = withThe(facts, facts.topic ?? facts.thing ?? draw.pick(general.topics, 'topic'));
  const isMessage = meaning === 'message';
  const frames = walked(isMessage ? general.messageOpenings : general.answerFrames, draw);
  const own = isMessage ? general.messageSentences : general.plainSentences;
  return { openings: frames.map((frame) => fill(frame, { ...facts, topic })), sentences: own };
}

/** Texts of no known kind: what the facts say, then a scene that contradicts nothing. */
function sceneMaterial(facts: FactWords, draw: Draw): Material {
  const { subjects, verbs, objects } = general.sceneParts;
  const said = facts.statements.slice(0, 3).join(' and ');
  const openings = [0, 1, 2].map((turn) => {
    const place = draw.walk(subjects.length * verbs.length * objects.length, `scene ${turn}`);
    const subject = subjects[place % subjects.length] ?? '';
    const verb = verbs[Math.floor(place / subjects.length) % verbs.length] ?? '';
    const object = objects[Math.floor(place / (subjects.length * verbs.length))] ?? '';
    return `${subject} ${verb} ${object}.`;
  });
  const facing = said === '' ? [] : openings.map((opening) => `${capitalise(said)}. ${opening}`);
  return { openings: [...facing, ...openings], sentences: general.plainSentences };
}

/** All frames, beginning with the one this row is at. */
function walked(frames: readonly string[], draw: Draw): readonly string[] {
  const start = draw.walk(frames.length, 'frame');
  return [...frames.slice(start), ...frames.slice(0, start)];
}

/** A thing needs its article where a subject stands without: `the 55-inch TV`, but `gardening`. */
function withThe(facts: FactWords, topic: string): string {
  return topic === facts.thing ? `the ${topic}` : topic;
}

function fill(frame: string, facts: FactWords): string {
  const thing = facts.thing ?? '';
  const topic = facts.topic ?? '';
  const slots: Readonly<Record<string, string>> = {
    thing,
    'a thing': withArticle(thing),
    'A thing': capitalise(withArticle(thing)),
    brand: facts.brand ?? '',
    price: facts.price ?? '',
    topic,
    Topic: capitalise(topic),
  };
  return capitalise(frame.replace(/\{([\w ]+)\}/g, (_, slot: string) => slots[slot] ?? ''));
}

function capitalise(text: string): string {
  return text.charAt(0).toUpperCase() + text.slice(1);
}

/** `a` or `an` by sound: an 85-inch set, an OLED TV, an LCD panel, but a QLED TV and a used car. */
export function withArticle(words: string): string {
  const first = /^[\p{L}\d]+/u.exec(words)?.[0] ?? '';
  if (/^\d/.test(first)) return `${/^(?:8|11$|18$)/.test(first) ? 'an' : 'a'} ${words}`;
  if (/^[A-Z]{2,4}$/.test(first)) return `${/^[AEFHILMNORSX]/.test(first) ? 'an' : 'a'} ${words}`;
  const isVowel = /^[aeiou]/i.test(first) && !/^(?:uni|use|eu|one\b)/i.test(first);
  return `${isVowel ? 'an' : 'a'} ${words}`;
}
