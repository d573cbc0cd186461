import { styled } from '@mui/material/styles';
import { memo, useRef } from 'react';
import { limits } from '#core/base/limits.ts';
import { rowsMade } from '#core/design/design.ts';
import { NumberField } from '#ui/fields/number-field.tsx';
import { ringed } from '#ui/layout/ringed.ts';
import { ProgressLine, type ProgressState } from '#ui/feedback/progress-line.tsx';
import { useDataset, useDesign, useRun, useWorkbench } from '#state/react.tsx';
import { useReveal } from '#state/reveal/use-reveal.ts';
import { isRunning, type RunState } from '#state/run-store.ts';
import { barContainer, narrow } from './fitting.ts';
import { OfflineLine } from './offline-line.tsx';
import { RunButtons, type RunKeys } from './run-buttons.tsx';
import { RunFigures } from './run-figures.tsx';
import { rowsWords } from './run-words.ts';

const Frame = styled('div')(barContainer);

const Bar = styled('div')({
  ...ringed,
  display: 'flex',
  alignItems: 'center',
  gap: 12,
  minHeight: 52,
  padding: '6px 12px 6px 16px',
  flexWrap: 'wrap',
  [narrow]: { columnGap: 8, paddingLeft: 12 },
});

const RowCountField = memo(function RowCountField() {
  const { stores } = useWorkbench();
  const rows = useDesign((state) => state.design.rows);
  return (
    <div data-path="rows">
      <NumberField
        label="Rows"
        labelAt="left"
        size="large"
        width={104}
        integer
        min={0}
        max={limits.rows}
        value={rows}
        onChange={(value) => {
          const command = { kind: 'set-field', field: 'rows', value: value ?? rows } as const;
          stores.design.getState().actions.apply(command, { coalesce: 'rows' });
        }}
      />
    </div>
  );
});

/** Rows, figures, buttons, and the line of progress under them. */
export function RunBar({ keys }: { readonly keys: RunKeys }) {
  const bar = useRef<HTMLDivElement>(null);
  useReveal(bar);
  const rows = useDesign((state) => rowsMade(state.design));
  const summary = useDataset((state) => state.summary);
  const run = useRun((state) => state);
  // A run counts deleted rows as finished, because it has nothing to write there.
  const deleted = summary?.excludedRows ?? 0;
  const total = Math.max(0, (isRunning(run.status) ? run.rowCount : rows) - deleted);
  const finished = isRunning(run.status)
    ? Math.max(0, run.finishedRows - deleted)
    : (summary?.finishedRows ?? 0);
  const failed = isRunning(run.status) ? run.failedRows : (summary?.failedRows ?? 0);
  const inFlight = run.requests
    .filter(({ endedAtMs }) => endedAtMs === undefined)
    .reduce((sum, { rows: asked }) => sum + asked.length, 0);
  return (
    <Frame>
      <Bar ref={bar}>
        <RowCountField />
        <RunFigures finished={finished} total={total} failed={failed} />
        <RunButtons finished={finished} total={total} keys={keys} />
      </Bar>
      <ProgressLine
        label="Run progress"
        state={lineState(run, inFlight)}
        total={total}
        done={finished}
        failed={failed}
        inFlight={inFlight}
        valueText={rowsWords(finished, total)}
      />
      <OfflineLine />
    </Frame>
  );
}

function lineState({ status, throttle }: RunState, inFlight: number): ProgressState {
  if (status === 'running' && throttle !== undefined && inFlight === 0) return 'waiting';
  if (status === 'running' || status === 'stopping') return 'running';
  if (status === 'starting') return 'waiting';
  return status === 'idle' || status === 'complete' ? 'idle' : 'stopped';
}
