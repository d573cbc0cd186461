// Near repeats among 20,000 texts of about 280 characters: how many planted ones are found, how many
// pairs are reported that are none, and how fast, against a Set of exact texts. Run: npx tsx bench/near-repeats.ts
import { createRandom } from '#core/base/random.ts';
import { createSimilarTexts } from '#core/base/similar-texts.ts';

const textCount = 20_000;
const plantedShare = 0.12;
const threshold = 0.5;
const random = createRandom(11);
const syllables = 'ba ke lo mi nu ra se ti vo ze dar fen gol hap jin kel mor nis pol tur'.split(
  ' ',
);

function wordOf(rank: number): string {
  const stream = random.fork(`word${rank}`);
  const length = 1 + stream.below(3, 0, 0);
  return Array.from(
    { length: length + 1 },
    (_, index) => syllables[stream.below(20, 0, index + 1)],
  ).join('');
}

const words = Array.from({ length: 4_000 }, (_, rank) => wordOf(rank));

function wordAt(row: number, draw: number): string {
  // Some words are used far more often than others, as in any language.
  const rank = Math.floor(words.length * random.fork(`row${row}`).float(0, draw) ** 2.5);
  return words[rank] ?? '';
}

interface Planted {
  readonly row: number;
  readonly of: number;
  readonly edits: 'one word' | '10 %' | '20 %';
}

const texts: string[] = [];
const planted: Planted[] = [];
for (let row = 0; row < textCount; row += 1) {
  const own = Array.from({ length: 33 }, (_, draw) => wordAt(row, draw));
  if (row < 100 || random.float(row, 100) >= plantedShare) {
    texts.push(own.join(' '));
    continue;
  }
  const of = random.below(row, row, 101);
  const kind = (['one word', '10 %', '20 %'] as const)[random.below(3, row, 102)] ?? '10 %';
  const copy = (texts[of] ?? '').split(' ');
  const count = kind === 'one word' ? 1 : Math.round(copy.length * (kind === '10 %' ? 0.1 : 0.2));
  for (let edit = 0; edit < count; edit += 1)
    copy[random.below(copy.length, row, 103 + edit)] = own[edit] ?? '';
  texts.push(copy.join(' '));
  planted.push({ row, of, edits: kind });
}

const family = new Map<number, number>();
for (const { row, of } of planted) family.set(row, family.get(of) ?? of);
const rootOf = (row: number): number => family.get(row) ?? row;

function findAll(): ReadonlyMap<number, number> {
  const memory = createSimilarTexts({ threshold, textOf: (id) => texts[id] });
  const found = new Map<number, number>();
  texts.forEach((text, row) => {
    const near = memory.nearest(text, row);
    if (near !== undefined) found.set(row, near.id);
    memory.add(row, text);
  });
  return found;
}

function exactAll(): number {
  const seen = new Set<string>();
  for (const text of texts) seen.add(text.toLowerCase().replace(/[^a-z]+/g, ' '));
  return seen.size;
}

function bestMs(work: () => unknown): number {
  let best = Number.POSITIVE_INFINITY;
  for (let round = 0; round < 3; round += 1) {
    const start = performance.now();
    work();
    best = Math.min(best, performance.now() - start);
  }
  return best;
}

const found = findAll();
const exactMs = bestMs(exactAll);
const ms = bestMs(findAll);
console.log(`texts: ${textCount}, mean length ${Math.round(texts.join('').length / textCount)}`);
for (const edits of ['one word', '10 %', '20 %'] as const) {
  const all = planted.filter((one) => one.edits === edits);
  const hits = all.filter(({ row }) => found.has(row)).length;
  console.log(`recall, ${edits} edited: ${((100 * hits) / all.length).toFixed(1)} %`);
}
const wrong = [...found].filter(([row, id]) => rootOf(row) !== rootOf(id));
console.log(`pairs that are none: ${wrong.length}`);
console.log(`throughput: ${Math.round(textCount / ms)} k texts/s`);
console.log(`time, exact set = 1: ${(ms / exactMs).toFixed(1)}`);
