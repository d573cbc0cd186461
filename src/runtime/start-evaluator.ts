/** Puts the evaluator together behind a channel: its service, and the news of changed cells in batches. */
import type { Clock } from '#core/base/clock.ts';
import type { EvaluatorNotice } from './evaluator-protocol.ts';
import { createEvaluatorService } from './evaluator-service.ts';
import { createEventBatch } from './event-batch.ts';
import { notify, serve, type Channel } from './rpc.ts';

const changeIntervalMs = 100;

export function startEvaluator(channel: Channel, clock: Clock): void {
  const changes = createEventBatch<{ version: number; rowCount: number }>(
    clock,
    changeIntervalMs,
    (states) => {
      const newest = states.at(-1);
      if (newest !== undefined)
        notify(channel, { kind: 'changed', ...newest } satisfies EvaluatorNotice);
    },
  );
  serve(channel, createEvaluatorService({ clock, onChange: changes.push }));
}
