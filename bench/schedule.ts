// How well a run uses an endpoint, against the ideal bound and against other clients, over real HTTP.
// All figures are ratios taken in this one run, medians of a few. Run: npx tsx bench/schedule.ts [rounds]
import { setMaxListeners } from 'node:events';
import type { EndpointLimits } from './support/endpoint.ts';
import {
  createRowsmith,
  langChain,
  openAiSdk,
  plainFetch,
  type Client,
} from './support/clients.ts';
import { median } from './support/median.ts';
import { startEndpoint, type Endpoint } from './support/start-endpoint.ts';

// Many requests listen to one stop; that is no leak.
setMaxListeners(0);

const rounds = Number(process.argv[2] ?? 3);

interface Scenario {
  readonly name: string;
  readonly limits: EndpointLimits;
  readonly calls: number;
  readonly concurrency: number;
  /** The best wall time that can be, in milliseconds, for a mean service time. */
  readonly boundMs: (serviceMs: number) => number;
  readonly goal: number;
  /** The session has run against this endpoint before. */
  readonly isWarm?: boolean;
}

const scenarios: readonly Scenario[] = [
  {
    name: '16 at once, 50 ms, no limit',
    limits: { latencyMs: 50 },
    calls: 640,
    concurrency: 16,
    boundMs: (serviceMs) => serviceMs / 16,
    goal: 1.05,
    isWarm: true,
  },
  {
    name: 'the same, first run of a session',
    limits: { latencyMs: 50 },
    calls: 640,
    concurrency: 16,
    boundMs: (serviceMs) => serviceMs / 16,
    goal: 1.1,
  },
  {
    name: '8 admitted of 32 asked',
    limits: { latencyMs: 50, concurrency: 8, hint: 'none' },
    calls: 400,
    concurrency: 32,
    boundMs: (serviceMs) => serviceMs / 8,
    goal: 1.5,
  },
  {
    name: 'limit of 12 at once',
    limits: { latencyMs: 200, concurrency: 12, hint: 'seconds' },
    calls: 400,
    concurrency: 64,
    boundMs: (serviceMs) => serviceMs / 12,
    goal: 1.05,
  },
  {
    name: '25 a second, Retry-After in seconds',
    limits: { latencyMs: 200, perSecond: 25, hint: 'seconds' },
    calls: 300,
    concurrency: 64,
    boundMs: () => ((300 - 25) / 25) * 1_000 + 200,
    goal: 1.05,
  },
  {
    name: '25 a second, Retry-After in ms',
    limits: { latencyMs: 200, perSecond: 25, hint: 'milliseconds' },
    calls: 300,
    concurrency: 64,
    boundMs: () => ((300 - 25) / 25) * 1_000 + 200,
    goal: 1.05,
  },
  {
    name: '25 a second, nothing readable',
    limits: { latencyMs: 200, perSecond: 25, hint: 'none' },
    calls: 300,
    concurrency: 64,
    boundMs: () => ((300 - 25) / 25) * 1_000 + 200,
    goal: 1.05,
  },
  {
    name: '5 % of 503, 10 at once',
    limits: { latencyMs: 200, faults: { '503': 0.05 } },
    calls: 300,
    concurrency: 10,
    boundMs: (serviceMs) => serviceMs / 10,
    goal: 1.15,
    isWarm: true,
  },
];

const rowsPerCall = 5;

const clients: readonly (readonly [string, Client | undefined])[] = [
  ['rowsmith', undefined],
  ['plain fetch', plainFetch],
  ['openai + p-limit', openAiSdk],
  ['LangChain batch', langChain],
];

interface Measured {
  readonly ratio: number;
  readonly rowShare: number;
  readonly limitedShare: number;
  readonly cpuMs: number;
}

async function measure(endpoint: Endpoint, scenario: Scenario, client: Client): Promise<Measured> {
  const { limits, calls, concurrency } = scenario;
  await endpoint.configure(limits);
  const task = { baseUrl: endpoint.baseUrl, calls, rowsPerCall, concurrency };
  const { rows, wallMs, cpuMs } = await client(task);
  const { requests, limited, serviceMs } = await endpoint.report();
  return {
    ratio: wallMs / scenario.boundMs(serviceMs),
    rowShare: rows / (calls * rowsPerCall),
    limitedShare: limited / requests,
    cpuMs,
  };
}

/** All clients in turn in each round, so that a busy moment of the machine meets all of them. */
async function compare(endpoint: Endpoint, scenario: Scenario): Promise<void> {
  const start = scenario.concurrency;
  const results = new Map<string, Measured[]>(clients.map(([name]) => [name, []]));
  for (let round = 0; round < rounds + 1; round += 1)
    for (const [name, client] of clients) {
      const warm = new Map([['["openai-compatible","m"]', start]]);
      const measured = client ?? createRowsmith(scenario.isWarm === true ? warm : undefined);
      const result = await measure(endpoint, scenario, measured);
      // The first round warms the compiler up.
      if (round > 0) results.get(name)?.push(result);
    }
  console.log(`\n${scenario.name} (goal of Rowsmith ≤ ${scenario.goal})`);
  for (const [name, all] of results) {
    const of = (pick: (one: Measured) => number): number => median(all.map(pick));
    console.log(
      [
        `  ${name.padEnd(18)}`,
        `${of(({ ratio }) => ratio).toFixed(3)} of the bound`,
        `rows ${(100 * of(({ rowShare }) => rowShare)).toFixed(1)} %`,
        `429s ${(100 * of(({ limitedShare }) => limitedShare)).toFixed(1)} % of requests`,
      ].join('  '),
    );
  }
}

async function compareWork(endpoint: Endpoint): Promise<void> {
  const scenario: Scenario = {
    name: 'work of the client',
    limits: { latencyMs: 0, pieces: 0, rowLength: 300 },
    calls: 60,
    concurrency: 4,
    boundMs: () => 1,
    goal: 1,
  };
  const results = new Map<string, number[]>(clients.map(([name]) => [name, []]));
  for (let round = 0; round < rounds + 1; round += 1)
    for (const [name, client] of clients) {
      const { cpuMs } = await measure(endpoint, scenario, client ?? createRowsmith());
      // The first round warms the compiler up.
      if (round > 0) results.get(name)?.push(cpuMs);
    }
  const own = median(results.get('rowsmith') ?? []);
  console.log('\nprocessor time for a streamed row of 300 characters, in pieces of 4');
  for (const [name, times] of results) {
    const perRowUs = (1_000 * median(times)) / (scenario.calls * rowsPerCall);
    const ratio = (median(times) / own).toFixed(2);
    console.log(
      `  ${name.padEnd(18)}${perRowUs.toFixed(0).padStart(6)} µs  ${ratio} of Rowsmith’s`,
    );
  }
}

const endpoint = await startEndpoint();
const only = process.argv[3];
for (const scenario of scenarios)
  if (only === undefined || scenario.name.includes(only)) await compare(endpoint, scenario);
if (only === undefined) await compareWork(endpoint);
endpoint.stop();
