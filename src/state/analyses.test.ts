import { describe, expect, it, vi } from 'vitest';
import type { QualityReport } from '#core/analysis/quality.ts';
import { createAnalyses } from './analyses.ts';

type Workers = Parameters<typeof createAnalyses>[0]['workers'];

const report = { columns: [] } as unknown as QualityReport;

/** An evaluator that answers when the test says so. */
function evaluator() {
  const answers: ((value: QualityReport | undefined) => void)[] = [];
  const cancel = vi.fn<(argument: { ticket: number }) => Promise<void>>(() => Promise.resolve());
  const quality = vi.fn(
    () => new Promise<QualityReport | undefined>((resolve) => answers.push(resolve)),
  );
  const workers = { evaluator: { cancel, quality } } as unknown as Workers;
  return { analyses: createAnalyses({ workers }), answers, cancel, quality };
}

describe('a measure that is asked for', () => {
  it('is cancelled over there when the signal is aborted, by its own ticket', async () => {
    const { analyses, answers, cancel, quality } = evaluator();
    const first = new AbortController();
    const old = analyses.quality('columns', first.signal);
    const next = analyses.quality('columns', new AbortController().signal);
    first.abort();
    expect(quality.mock.calls).toEqual([
      [{ ticket: 1, part: 'columns' }],
      [{ ticket: 2, part: 'columns' }],
    ]);
    expect(cancel.mock.calls).toEqual([[{ ticket: 1 }]]);
    answers[0]?.(undefined);
    answers[1]?.(report);
    expect(await old).toBeUndefined();
    expect(await next).toBe(report);
  });

  it('answers nothing when it was aborted too late to be stopped', async () => {
    const { analyses, answers } = evaluator();
    const controller = new AbortController();
    const asked = analyses.quality('columns', controller.signal);
    controller.abort();
    answers[0]?.(report);
    expect(await asked).toBeUndefined();
  });

  it('leaves the evaluator alone once it has answered', async () => {
    const { analyses, answers, cancel } = evaluator();
    const controller = new AbortController();
    const asked = analyses.quality('columns', controller.signal);
    answers[0]?.(report);
    await asked;
    controller.abort();
    expect(cancel).not.toHaveBeenCalled();
  });

  it('minds no evaluator that is gone', async () => {
    const { analyses, answers, cancel } = evaluator();
    cancel.mockRejectedValue(new Error('replaced'));
    const controller = new AbortController();
    const asked = analyses.quality('columns', controller.signal);
    controller.abort();
    answers[0]?.(undefined);
    expect(await asked).toBeUndefined();
  });
});
