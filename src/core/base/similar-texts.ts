/**
 * Finds texts that are nearly the same among many: MinHash (Broder 1997) over character 5-grams finds
 * candidates, the true Jaccard similarity of the two sets decides. Nothing dissimilar is ever reported.
 */
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
const seeds = Uint32Array.from({ length: hashCount }, (_, index) => mixWord(index + 1));
const factors = Uint32Array.from({ length: hashCount }, (_, index) => mixWord(index + 4_099) | 1);

/** Memory: 48 numbers and their places for each text. */
export function createSimilarTexts({ threshold, textOf }: SimilarTextsOptions): SimilarTexts {
  const bands = Array.from({ length: bandCount }, () => new Map<number, number[]>());
  const signatures = new Map<number, Uint32Array>();
  const fewestShared = (threshold - estimateSlack) * hashCount;
  let last = readText('');
  // A text is looked up and then added: it is read once.
  const read = (text: string): ReadText => {
    if (last.text !== text) last = readText(text);
    return last;
  };

  function remove(id: number): void {
    const signature = signatures.get(id);
    if (signature === undefined) return;
    signatures.delete(id);
    bands.forEach((band, index) => {
      const key = bandKey(signature, index);
      const rest = (band.get(key) ?? []).filter((other) => other !== id);
      if (rest.length === 0) band.delete(key);
      else band.set(key, rest);
    });
  }

  return {
    nearest(text, id) {
      const { grams, signature } = read(text);
      const seen = new Set<number>([id]);
      const candidates: number[] = [];
      bands.forEach((band, index) => {
        const shared = band.get(bandKey(signature, index)) ?? [];
        for (let at = Math.max(0, shared.length - mostInBand); at < shared.length; at += 1) {
          const other = shared[at] ?? id;
          if (seen.has(other)) continue;
          seen.add(other);
          if (agreement(signature, signatures.get(other)) >= fewestShared) candidates.push(other);
        }
      });
      return mostSimilar(grams, candidates, { threshold, textOf });
    },
    add(id, text) {
      remove(id);
      const { signature } = read(text);
      signatures.set(id, signature);
      bands.forEach((band, index) => {
        const key = bandKey(signature, index);
        const shared = band.get(key);
        if (shared === undefined) band.set(key, [id]);
        else shared.push(id);
      });
    },
    remove,
  };
}

interface ReadText {
  readonly text: string;
  readonly grams: Uint32Array;
  readonly signature: Uint32Array;
}

function readText(text: string): ReadText {
  const grams = gramsOf(text);
  return { text, grams, signature: signatureOf(grams) };
}

/** Jaccard similarity of the 5-grams of two texts, 0 to 1; letters only, in one case. */
export function textSimilarity(first: string, second: string): number {
  return jaccard(new Set(gramsOf(first)), gramsOf(second));
}

function mostSimilar(
  grams: Uint32Array,
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

function jaccard(own: ReadonlySet<number>, grams: Uint32Array): number {
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
function gramsOf(text: string): Uint32Array {
  const core = textCore(text);
  const grams = new Uint32Array(Math.max(1, core.length - gramLength + 1));
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

/** The smallest value of each hash over the set. */
function signatureOf(grams: Uint32Array): Uint32Array {
  const signature = new Uint32Array(hashCount);
  for (let hash = 0; hash < hashCount; hash += 1) {
    const seed = seeds[hash] ?? 0;
    const factor = factors[hash] ?? 1;
    let smallest = 0xffffffff;
    for (const gram of grams) {
      const value = Math.imul(gram ^ seed, factor) >>> 0;
      if (value < smallest) smallest = value;
    }
    signature[hash] = smallest;
  }
  return signature;
}

function bandKey(signature: Uint32Array, band: number): number {
  let key = 0;
  for (let index = band * bandSize; index < (band + 1) * bandSize; index += 1)
    key = mixWord(key ^ (signature[index] ?? 0));
  return key;
}

/** Hashes that two signatures share; their share of all estimates the similarity. */
function agreement(first: Uint32Array, second: Uint32Array | undefined): number {
  if (second === undefined) return 0;
  let shared = 0;
  for (let index = 0; index < hashCount; index += 1)
    if (first[index] === second[index]) shared += 1;
  return shared;
}
