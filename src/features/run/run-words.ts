/** What the run bar says, as pure functions of the run, so that every sentence can be tested. */
import { counted } from '#core/base/counted.ts';
import { moneyText } from '#core/base/money-text.ts';
import { scoreWords, triesWords } from '#core/design/score-standing.ts';
import type { Cost, CostedEstimate, RunCost, Spend } from '#state/run-cost.ts';
import { isRunning, runPace, type RunState, type Throttle } from '#state/run-store.ts';
import type { Settings } from '#state/settings-store.ts';
import { pauseTitle } from './pause-title.ts';

const whole = new Intl.NumberFormat('en');

export function rowsWords(finished: number, total: number): string {
  return `${doneWords(finished, total)} rows`;
}

/** "12 rows/s", "5 s left": empty before the first rows. */
export function paceWords(run: RunState, nowMs: number): readonly string[] {
  const pace = run.status === 'running' ? runPace(run, nowMs) : undefined;
  if (pace === undefined) return [];
  const { rowsPerSecond, secondsLeft } = pace;
  return [rateWords(rowsPerSecond), `${durationWords(secondsLeft)} left`];
}

function rateWords(rowsPerSecond: number): string {
  if (rowsPerSecond < 0.1) return `${Number((rowsPerSecond * 60).toFixed(1))} rows/min`;
  const rate = rowsPerSecond >= 10 ? Math.round(rowsPerSecond) : Number(rowsPerSecond.toFixed(1));
  return `${rate.toLocaleString('en')} rows/s`;
}

export function durationWords(seconds: number): string {
  if (seconds < 1) return '< 1 s';
  if (seconds < 90) return `${Math.round(seconds)} s`;
  if (seconds < 5_400) return `${Math.round(seconds / 60)} min`;
  return `${(seconds / 3_600).toFixed(1)} h`;
}

/** Why it waits, stopped or paused, in full: what a screen reader is told. */
export function statusSentence(run: RunState): string | undefined {
  if (run.status === 'starting') return 'Starting.';
  if (run.status === 'stopping') return 'Stopping. What has arrived is kept.';
  if (run.status === 'running') return run.throttle?.reason ?? roundSentence(run);
  if (run.status === 'stopped') return withScores(stoppedSentence(run), run);
  if (run.status === 'paused') return withScores(run.problem?.message, run);
  if (run.status === 'incomplete')
    return `${counted(run.failedRows, 'row')} could not be written. Resume tries them again.`;
  return run.status === 'complete' ? judgedSentence(run) : undefined;
}

/** The same in the one line beside the row count: a card over the rows has the rest of a pause. */
export function shownSentence(run: RunState, nowMs: number): string | undefined {
  if (run.status === 'paused' && run.problem !== undefined) return `${pauseTitle(run.problem)}.`;
  if (run.status === 'running' && run.throttle !== undefined)
    return throttleWords(run.throttle, nowMs) ?? shownRound(run);
  if (run.status === 'running') return shownRound(run);
  if (run.status === 'stopped') return stoppedSentence(run);
  // The failed rows are counted beside it, with what can be done about them; so is what judges say.
  if (run.status === 'incomplete' || run.status === 'complete') return undefined;
  return statusSentence(run);
}

/** What judges have made of rows that are no longer written: few words, and all that is known. */
export function shownScores(
  run: RunState,
): { readonly short: string; readonly full: string } | undefined {
  const full = judgedSentence(run);
  if (full === undefined || run.judged === undefined) return undefined;
  if (run.status !== 'complete' && run.status !== 'stopped') return undefined;
  const { passedRows, lowRows, rewrittenRows } = run.judged;
  const total = passedRows + lowRows;
  const passed = `${doneWords(passedRows, total)} pass`;
  return { short: total > 0 ? passed : `${counted(rewrittenRows, 'row')} written again`, full };
}

/** Undefined once the wait is over: from then on the figures tell more. */
function throttleWords({ reason, ...wait }: Throttle, nowMs: number): string | undefined {
  const what = `${reason.split('. ')[0] ?? ''}.`.replace(/\.\.$/, '.');
  if (wait.untilMs === undefined) return what;
  const left = waitWords(wait, nowMs);
  return left && `${what} Goes on in ${left}.`;
}

/** A wait where there is no room for its reason; undefined where none is counted down. */
export function tightSentence({ status, throttle }: RunState, nowMs: number): string | undefined {
  const left = status === 'running' && throttle ? waitWords(throttle, nowMs) : undefined;
  return left && `Waiting ${left}.`;
}

function waitWords(
  { untilMs = 0, concurrency = 0 }: Omit<Throttle, 'reason'>,
  nowMs: number,
): string | undefined {
  if (untilMs <= nowMs) return undefined;
  const lanes = concurrency > 0 ? `, ${concurrency} at a time` : '';
  return `${durationWords((untilMs - nowMs) / 1_000)}${lanes}`;
}

/** Whoever had a few cells written has stopped nothing. */
function stoppedSentence(run: RunState): string | undefined {
  const { openRows, isFromLink } = run;
  if (isFromLink === true) return 'These rows came with the link.';
  if (openRows === undefined) return 'Stopped. Everything so far is kept.';
  const rest = openRows === 1 ? '1 other row is' : `${whole.format(openRows)} other rows are`;
  return `The chosen cells are written. ${rest} empty or out of date.`;
}

function withScores(sentence: string | undefined, { judged }: RunState): string | undefined {
  const scores = judged === undefined ? '' : scoreWords(judged);
  return sentence === undefined || scores === '' ? sentence : `${sentence} ${scores}`;
}

function roundSentence({ round }: RunState): string | undefined {
  if (round === undefined) return undefined;
  const { rows, tries } = round;
  const again = `${counted(rows, 'row')} scored too low: written again, round ${round.round}.`;
  return tries === undefined ? again : `${again} ${triesWords(tries)} so far.`;
}

/** The same in the room beside the count. */
function shownRound({ round }: RunState): string | undefined {
  if (round === undefined) return undefined;
  const { rows, tries } = round;
  const words = `${counted(rows, 'row')} scored too low, round ${round.round}`;
  return tries === undefined ? words : `${words}, ${triesWords(tries)}`;
}

/** What judges have made of the rows; undefined where no judge asks for a least score. */
function judgedSentence({ judged }: RunState): string | undefined {
  if (judged === undefined) return undefined;
  const { rewrittenRows } = judged;
  const again = rewrittenRows === 0 ? '' : ` ${counted(rewrittenRows, 'row')} written again.`;
  const words = `${scoreWords(judged)}${again}`.trim();
  return words === '' ? undefined : words;
}

/** What Generate will do and cost: shown inside the button, after `rows` where there is room, and spoken as its description. */
export function estimateWords(
  rows: number,
  estimate: CostedEstimate | undefined,
): { readonly rows?: string; readonly aside: string; readonly description: string } {
  const rowWords = counted(rows, 'row');
  if (estimate === undefined || estimate.requests === 0)
    return { aside: `${rowWords}, free`, description: `${rowWords}, no model needed` };
  if (estimate.isDemo)
    return {
      aside: `${rowWords}, demo, free`,
      description: `${rowWords} by the demo model, free`,
    };
  const calls = counted(estimate.requests, 'call');
  const tokens = tokenWords(estimate.tokens);
  const { cost } = estimate;
  const spoken = { free: 'free', unknown: 'price unknown', known: `about ${costWords(cost)}` };
  const time = `about ${durationWords(estimate.seconds)}`;
  return {
    rows: `${rowWords}, `,
    aside: `≈ ${calls}, ${priceWords(estimate)}, ≈ ${durationWords(estimate.seconds)}`,
    description: `${rowWords}, about ${calls}, about ${tokens}, ${spoken[cost.kind]}, ${time}`,
  };
}

/** The price alone, for a narrow button. */
export function priceWords(estimate: CostedEstimate | undefined): string {
  if (estimate === undefined || estimate.requests === 0 || estimate.isDemo) return 'free';
  const { cost, tokens } = estimate;
  return { free: 'free', unknown: `≈ ${tokenWords(tokens)}`, known: `≈ ${costWords(cost)}` }[
    cost.kind
  ];
}

/** "$0.006 of $0.50 cap", "12k of 100k tokens cap"; undefined without a cap. */
export function capSpendWords(
  spent: RunState['spent'],
  cap: Settings['spendCap'],
): string | undefined {
  const words: string[] = [];
  if (cap.costUsd !== undefined)
    words.push(`${moneyText(spent.costUsd ?? 0)} of ${moneyText(cap.costUsd)}`);
  if (cap.tokens !== undefined)
    words.push(`${countTokens(spent.tokens)} of ${tokenWords(cap.tokens)}`);
  return words.length === 0 ? undefined : `${words.join(', ')} cap`;
}

/** The cap alone, as its button says it. */
export function capWords({ costUsd, tokens }: Settings['spendCap']): string {
  const words: string[] = [];
  if (costUsd !== undefined) words.push(moneyText(costUsd));
  if (tokens !== undefined) words.push(tokenWords(tokens));
  return words.length === 0 ? 'No cap' : `${words.join(', ')} cap`;
}

function costWords(cost: Cost): string {
  if (cost.kind === 'known') return moneyText(cost.usd);
  return cost.kind === 'free' ? 'free' : 'unknown';
}

/** What was spent: "$0.006", "≥ $0.006" when some requests were not metered, "cost unknown". */
export function spendWords({ cost, isAtLeast }: Spend): string {
  if (cost.kind === 'unknown') return 'cost unknown';
  return `${isAtLeast && cost.kind === 'known' ? '≥ ' : ''}${costWords(cost)}`;
}

/** What requests without an end may have cost on top; undefined when there are none. */
export function openWords({ openRequests, reserve }: RunCost): string | undefined {
  if (openRequests === 0 || reserve.kind === 'free') return undefined;
  const requests = `${counted(openRequests, 'unfinished request')} may have been charged`;
  return reserve.kind === 'known' ? `${requests}, about ${costWords(reserve)}` : requests;
}

/** What Resume goes on from and still has to do. */
export function leftWords(finished: number, total: number): string {
  return `${doneWords(finished, total)}, ${counted(Math.max(0, total - finished), 'row')} left`;
}

export function doneWords(finished: number, total: number): string {
  return `${whole.format(finished)} of ${whole.format(total)}`;
}

export function tokenWords(tokens: number): string {
  return `${countTokens(tokens)} tokens`;
}

function countTokens(tokens: number): string {
  if (tokens < 1_000) return String(tokens);
  if (tokens < 999_500) return `${(tokens / 1_000).toFixed(tokens < 10_000 ? 1 : 0)}k`;
  return `${(tokens / 1_000_000).toFixed(1)}M`;
}

/** What is left to be done decides which buttons stand in the bar. */
export function barMode(run: RunState): 'ready' | 'running' | 'resumable' {
  if (isRunning(run.status)) return 'running';
  if (run.isFromLink === true) return 'ready';
  const canGoOn =
    run.status === 'stopped' || run.status === 'paused' || run.status === 'incomplete';
  return canGoOn ? 'resumable' : 'ready';
}
