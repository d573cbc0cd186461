/**
 * A stand-in for a model that likes few things best: it draws names from a pool by Zipf's law, keeps to what
 * its facts suggest, and minds a list of taken values only where it is shown one. A simulation, no
 * measurement of a real model; every draw is seeded.
 */
import type { Clock } from '#core/base/clock.ts';
import { createRandom } from '#core/base/random.ts';
import type { LanguageModel, ModelEvent, ModelRequest } from '#core/llm/language-model.ts';
import type { RowTask, TaskRow } from '#core/llm/row-task.ts';

export interface PeakedOptions {
  readonly seed: number;
  readonly poolSize: number;
  /** Exponent of Zipf's law; 1.8 is a strong preference. */
  readonly exponent: number;
  /** How often a taken value that comes to mind is passed over, 0 to 1. */
  readonly honour: number;
  /** Values of the fact `cell`; each owns an equal share of the pool. 1 where there is no such fact. */
  readonly cellCount: number;
  /** How often the model keeps to the names of its cell, 0 to 1. */
  readonly cellHonour: number;
  /** Each request takes 1,000 ms of this clock; no time where there is none. */
  readonly clock?: Clock;
}

export interface PeakedModel extends LanguageModel {
  /** Of all requests so far, four characters each. */
  readonly inputTokens: number;
  readonly outputTokens: number;
  readonly requests: readonly ModelRequest[];
}

const fieldName = 'name';
const spareName = 'name_alternatives';
/** A model that has nothing new to say repeats itself in the end. */
const mostAttempts = 200;

export function createPeakedModel(options: PeakedOptions): PeakedModel {
  const chooser = createChooser(options);
  const requests: ModelRequest[] = [];
  let inputTokens = 0;
  let outputTokens = 0;
  return {
    id: 'peaked',
    requests,
    get inputTokens() {
      return inputTokens;
    },
    get outputTokens() {
      return outputTokens;
    },
    async *stream(request, signal): AsyncGenerator<ModelEvent, void, undefined> {
      requests.push(request);
      const { task } = request;
      const text = task === undefined ? '' : answerTo(task, chooser);
      inputTokens += tokensOf(request.messages.map(({ content }) => content).join(''));
      outputTokens += tokensOf(text);
      await (options.clock?.sleep(1_000, signal) ?? Promise.resolve());
      yield { kind: 'text-delta', text };
      yield { kind: 'finished', reason: 'stop' };
    },
  };
}

function tokensOf(text: string): number {
  return text.length / 4;
}

type Chooser = (row: TaskRow, taken: ReadonlySet<unknown>) => string;

function answerTo(task: RowTask, choose: Chooser): string {
  const taken = new Set(task.avoid.map((values) => values[fieldName]));
  const spareField = task.fields.find(({ name }) => name === spareName);
  const spareCount = Number.parseInt(spareField?.description ?? '', 10);
  const rows = task.rows.map((row) => {
    const named = row.corrections.flatMap((reason) => [...reason.matchAll(/“([^”]+)”/g)]);
    const own = new Set([...taken, ...named.map(([, name]) => name ?? '')]);
    const write = (): string => {
      const name = choose(row, new Set([...own, ...taken]));
      // A model sees what it has just written.
      taken.add(name);
      return name;
    };
    const name = write();
    const spares = spareField && { [spareName]: Array.from({ length: spareCount }, write) };
    return { row: row.row + 1, [fieldName]: name, ...spares };
  });
  return JSON.stringify({ rows });
}

function createChooser(options: PeakedOptions): Chooser {
  const { poolSize, exponent, honour, cellCount, cellHonour } = options;
  const random = createRandom(options.seed).fork('peaked');
  const perCell = Math.floor(poolSize / cellCount);
  const whole = zipf(poolSize, exponent);
  const part = zipf(perCell, exponent);
  let draws = 0;
  const float = (): number => random.float((draws += 1), 0);
  return (row, taken) => {
    const { cell } = row.facts;
    for (let attempt = 1; ; attempt += 1) {
      const isKept = typeof cell === 'number' && float() < cellHonour;
      // Ranks of the whole pool go round the cells, so that each cell has names of every popularity.
      const rank = isKept ? cell + cellCount * pick(part, float()) : pick(whole, float());
      const name = nameOf(rank);
      if (!taken.has(name) || float() >= honour || attempt === mostAttempts) return name;
    }
  };
}

/** Cumulated shares of ranks 1 to `count`. */
function zipf(count: number, exponent: number): readonly number[] {
  const weights = Array.from({ length: count }, (_, rank) => 1 / (rank + 1) ** exponent);
  const total = weights.reduce((sum, weight) => sum + weight, 0);
  let sum = 0;
  return weights.map((weight) => (sum += weight / total));
}

function pick(cumulated: readonly number[], at: number): number {
  const found = cumulated.findIndex((sum) => at < sum);
  return found === -1 ? cumulated.length - 1 : found;
}

const beginnings = [
  'Ad',
  'Ber',
  'Cor',
  'Dal',
  'El',
  'Fen',
  'Gar',
  'Hil',
  'Is',
  'Jon',
  'Kar',
  'Lor',
  'Mar',
  'Nor',
];
const endings = [
  'a',
  'en',
  'is',
  'o',
  'ine',
  'ard',
  'ette',
  'in',
  'ia',
  'us',
  'elle',
  'an',
  'or',
  'y',
  'ina',
];

function nameOf(rank: number): string {
  const begin = beginnings[rank % beginnings.length] ?? '';
  const end = endings[Math.floor(rank / beginnings.length) % endings.length] ?? '';
  return `${begin}${end}`;
}
