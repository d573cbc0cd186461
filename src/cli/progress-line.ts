/** The one line on standard error that says how far a run is; rewritten in place on a terminal only. */
import type { Clock } from '#core/base/clock.ts';
import { triesWords } from '#core/design/score-standing.ts';
import type { RunEvent } from '#core/engine/run-event.ts';
import type { TextOutput } from './cli-host.ts';
import { escapeText } from './escape-text.ts';

export interface ProgressLine {
  show(event: RunEvent): void;
  /** Ends the line, so that the next output begins on a new one. */
  close(): void;
}

function roundWords({ rows, round, tries }: Extract<RunEvent, { kind: 'round-started' }>): string {
  const again = `${rows} rows again, round ${round}`;
  return tries === undefined ? again : `${again}, ${triesWords(tries)}`;
}

const shortestGapMs = 100;

export function createProgressLine(output: TextOutput, clock: Clock): ProgressLine {
  let startedAtMs = clock.now();
  let shownAtMs = Number.NEGATIVE_INFINITY;
  let shownLength = 0;
  let rowCount = 0;
  let before = 0;
  let finished = 0;

  function show(note: string, isForced: boolean): void {
    if (!output.isTerminal || (!isForced && clock.now() - shownAtMs < shortestGapMs)) return;
    shownAtMs = clock.now();
    const text = `${describe()}${note}`;
    output.write(`\r${text}${' '.repeat(Math.max(0, shownLength - text.length))}`);
    shownLength = text.length;
  }

  function describe(): string {
    const seconds = (clock.now() - startedAtMs) / 1_000;
    const made = finished - before;
    const rate = seconds > 0 ? made / seconds : 0;
    const parts = [`${finished}/${rowCount} rows`];
    if (made > 0 && rate > 0) {
      parts.push(`${Number(rate.toPrecision(2))} rows/s`);
      if (finished < rowCount) parts.push(`${Math.ceil((rowCount - finished) / rate)} s left`);
    }
    return parts.join(' · ');
  }

  return {
    show(event) {
      if (event.kind === 'run-started') {
        startedAtMs = clock.now();
        rowCount = event.rowCount;
        before = event.finishedRows;
        finished = event.finishedRows;
        show('', true);
      } else if (event.kind === 'rows-committed') {
        finished = event.finishedRows;
        show('', false);
      } else if (event.kind === 'round-started') show(` · ${roundWords(event)}`, true);
      else if (event.kind === 'run-throttled')
        show(` · waiting ${Math.ceil(event.waitMs / 1_000)} s: ${escapeText(event.reason)}`, true);
      else if (event.kind === 'run-ended') {
        finished = event.finishedRows;
        show('', true);
        if (!output.isTerminal) output.write(`${describe()}\n`);
      }
    },
    close() {
      if (shownLength > 0) output.write('\n');
      shownLength = 0;
    },
  };
}
