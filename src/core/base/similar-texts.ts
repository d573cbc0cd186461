/**
 * Finds texts that are nearly the same among many: MinHash (Broder 1997) over character 5-grams finds
 * candidates, the true Jaccard similarity of the two sets decides. Nothing dissimilar is ever reported.
 */
import { PlaceIndex } from './place-index.ts';
import { mixWord } from './random.ts';
import { textCore } from './text-core.ts';

export interface SimilarText {
  readonly id: number;
  /** Jaccard similarity of the two sets of 5-grams, from the threshold to 1. */
  readonly similarity: number;
}

/** A memory of texts by id. Ids are whole numbers of the caller, such as rows. */
export interface SimilarTexts {
  /** The most similar text other than that of `id` itself; undefined when none reaches the threshold. */
  nearest(text: string, id: number): SimilarText | undefined;
  /** Remembers the text under the id, in place of what stood there. */
  add(id: number, text: string): void;
  remove(id: number): void;
}

export interface SimilarTextsOptions {
  /** Smallest similarity that counts, 0 to 1. */
  readonly threshold: number;
  /** The text that was added under an id: kept by the caller, so that nothing is stored twice. */
  readonly textOf: (id: number) => string | undefined;
}

const gramLength = 5;
/**
 * 16 bands of 3 hashes. A pair of similarity 0.69, such as a text of 45 words with every tenth replaced,
 * becomes a candidate with probability 1 − (1 − 0.69³)¹⁶ = 0.998; one of 0.2 with 0.12.
 */
const bandCount = 16;
const bandSize = 3;
/** Of texts that share a band, the latest are compared: texts made from one frame would fill it. */
const mostInBand = 32;

const hashCount = bandCount * bandSize;
/** Three standard deviations of the estimate from 48 hashes: what it rules out cannot reach the threshold. */
const estimateSlack = 0.2;
const seeds = Int32Array.from({ length: hashCount }, (_, index) => mixWord(index + 1));
const factors = Int32Array.from({ length: hashCount }, (_, index) => mixWord(index + 4_099) | 1);

/** Memory: 80 numbers for each text. */
export function createSimilarTexts(options: SimilarTextsOptions): SimilarTexts {
  return new TextMemory(options);
}

/** Texts have places from 0 on, so that all signatures lie in one block and nothing is looked up by id. */
class TextMemory implements SimilarTexts {
  private readonly options: SimilarTextsOptions;
  private readonly fewestShared: number;
  private readonly bands = Array.from({ length: bandCount }, () => new PlaceIndex());
  private readonly places = new Map<number, number>();
  private readonly free: number[] = [];
  private ids: number[] = [];
  private signatures = new Int32Array(hashCount * 64);
  /** By place: the last question that came upon it. */
  private seenBy = new Uint32Array(64);
  private question = 0;
  private last = readText('');

  constructor(options: SimilarTextsOptions) {
    this.options = options;
    this.fewestShared = Math.ceil((options.threshold - estimateSlack) * hashCount);
  }

  nearest(text: string, id: number): SimilarText | undefined {
    const { grams, signature, keys } = this.read(text);
    this.question += 1;
    const own = this.places.get(id);
    if (own !== undefined) this.seenBy[own] = this.question;
    const candidates: number[] = [];
    this.bands.forEach((band, index) => {
      const key = keys[index] ?? 0;
      let place = band.latest(key);
      for (let seen = 0; place >= 0 && seen < mostInBand; seen += 1) {
        if (this.seenBy[place] !== this.question) {
          this.seenBy[place] = this.question;
          if (this.agrees(signature, place)) candidates.push(this.ids[place] ?? 0);
        }
        place = band.before(place);
      }
    });
    return mostSimilar(grams, candidates, this.options);
  }

  add(id: number, text: string): void {
    this.remove(id);
    const { signature, keys } = this.read(text);
    const place = this.free.pop() ?? this.ids.length;
    this.makeRoom(place);
    this.ids[place] = id;
    this.places.set(id, place);
    this.signatures.set(signature, place * hashCount);
    this.bands.forEach((band, index) => {
      band.add(place, keys[index] ?? 0);
    });
  }

  remove(id: number): void {
    const place = this.places.get(id);
    if (place === undefined) return;
    this.places.delete(id);
    this.free.push(place);
    for (const band of this.bands) band.remove(place);
  }

  /** A text is looked up and then added: it is read once. */
  private read(text: string): ReadText {
    if (this.last.text !== text) this.last = readText(text);
    return this.last;
  }

  /** Whether enough hashes are shared; their share of all estimates the similarity. */
  private agrees(signature: Int32Array, place: number): boolean {
    const { signatures, fewestShared } = this;
    const start = place * hashCount;
    let mayDiffer = hashCount - fewestShared;
    for (let index = 0; index < hashCount; index += 1)
      if (signature[index] !== signatures[start + index]) {
        mayDiffer -= 1;
        if (mayDiffer < 0) return false;
      }
    return true;
  }

  private makeRoom(place: number): void {
    if (place < this.seenBy.length) return;
    const signatures = new Int32Array(2 * this.signatures.length);
    signatures.set(this.signatures);
    this.signatures = signatures;
    const seenBy = new Uint32Array(2 * this.seenBy.length);
    seenBy.set(this.seenBy);
    this.seenBy = seenBy;
  }
}

interface ReadText {
  readonly text: string;
  readonly grams: Int32Array;
  readonly signature: Int32Array;
  /** One key for each band. */
  readonly keys: Int32Array;
}

function readText(text: string): ReadText {
  const grams = gramsOf(text);
  const signature = signatureOf(grams);
  const keys = Int32Array.from({ length: bandCount }, (_, band) => bandKey(signature, band));
  return { text, grams, signature, keys };
}

/** Jaccard similarity of the 5-grams of two texts, 0 to 1; letters only, in one case. */
export function textSimilarity(first: string, second: string): number {
  return jaccard(new Set(gramsOf(first)), gramsOf(second));
}

function mostSimilar(
  grams: Int32Array,
  candidates: readonly number[],
  { threshold, textOf }: SimilarTextsOptions,
): SimilarText | undefined {
  if (candidates.length === 0) return undefined;
  const own = new Set(grams);
  let best: SimilarText | undefined;
  for (const id of candidates) {
    const text = textOf(id);
    const similarity = text === undefined ? 0 : jaccard(own, gramsOf(text));
    if (similarity >= threshold && similarity > (best?.similarity ?? 0)) best = { id, similarity };
  }
  return best;
}

function jaccard(own: ReadonlySet<number>, grams: Int32Array): number {
  const other = new Set(grams);
  let shared = 0;
  for (const gram of other) if (own.has(gram)) shared += 1;
  return shared / (own.size + other.size - shared);
}

const base = 0x01000193;
const leaving = Array.from({ length: gramLength }).reduce<number>(
  (power) => Math.imul(power, base),
  1,
);

/** Hashes of all 5-grams, with repetitions; a shorter text is one gram. Never empty. */
function gramsOf(text: string): Int32Array {
  const core = textCore(text);
  const grams = new Int32Array(Math.max(1, core.length - gramLength + 1));
  let hash = 0;
  for (let index = 0; index < core.length; index += 1) {
    hash = (Math.imul(hash, base) + core.charCodeAt(index)) | 0;
    if (index >= gramLength)
      hash = (hash - Math.imul(core.charCodeAt(index - gramLength), leaving)) | 0;
    if (index >= gramLength - 1) grams[index - gramLength + 1] = mixWord(hash);
  }
  if (core.length < gramLength) grams[0] = mixWord(hash);
  return grams;
}

/**
 * The smallest value of each hash over the set; whole numbers with a sign, which engines compare fastest.
 * Four hashes at a time, so that each gram is fetched a quarter as often.
 */
function signatureOf(grams: Int32Array): Int32Array {
  const signature = new Int32Array(hashCount).fill(0x7fffffff);
  for (let hash = 0; hash < hashCount; hash += 4) {
    const [seed0 = 0, seed1 = 0, seed2 = 0, seed3 = 0] = seeds.subarray(hash, hash + 4);
    const [factor0 = 1, factor1 = 1, factor2 = 1, factor3 = 1] = factors.subarray(hash, hash + 4);
    let [least0, least1, least2, least3] = [0x7fffffff, 0x7fffffff, 0x7fffffff, 0x7fffffff];
    for (const gram of grams) {
      least0 = Math.min(least0, Math.imul(gram ^ seed0, factor0));
      least1 = Math.min(least1, Math.imul(gram ^ seed1, factor1));
      least2 = Math.min(least2, Math.imul(gram ^ seed2, factor2));
      least3 = Math.min(least3, Math.imul(gram ^ seed3, factor3));
    }
    signature.set([least0, least1, least2, least3], hash);
  }
  return signature;
}

function bandKey(signature: Int32Array, band: number): number {
  let key = 0;
  for (let index = band * bandSize; index < (band + 1) * bandSize; index += 1)
    key = mixWord(key ^ (signature[index] ?? 0));
  return key;
}
