/**
 * The one dataset that the evaluator has open, how it comes to be, and the version by which screens know
 * their cells. Versions of successive datasets never repeat, or a screen would keep stale cells.
 */
import type { Diagnostic } from '#core/base/diagnostic.ts';
import type { Checkpoint } from '#core/engine/checkpoint.ts';
import { resumeDataset } from '#core/engine/checkpoint.ts';
import { carryOver } from '#core/engine/carry-over.ts';
import { loadCodeChecks, type CodeChecks } from '#core/engine/code/code-checks.ts';
import { createDataset, type Dataset } from '#core/engine/dataset.ts';
import { loadLocales, type Locales } from '#core/engine/sample/load-locales.ts';
import { noMarks, type RowMarks } from '#core/rows/row-marks.ts';
import type { EvaluatorMethods, OpenAnswer } from './evaluator-protocol.ts';

/** Told after cells changed. */
export type OnChange = (state: { version: number; rowCount: number }) => void;

type OpenArgument = Parameters<EvaluatorMethods['open']>[0];
type RewordArgument = Parameters<EvaluatorMethods['reword']>[0];

const versionsPerDataset = 1_000_000_000;

export class OpenDataset {
  private readonly onChange: OnChange;
  private readonly inTurn = createQueue();
  private dataset: Dataset | undefined;
  private generation = 0;
  private marks = noMarks;

  constructor(onChange: OnChange) {
    this.onChange = onChange;
  }

  /** Throws when no design is open yet. */
  get current(): Dataset {
    if (this.dataset === undefined) throw new Error('No design is open yet.');
    return this.dataset;
  }

  get version(): number {
    return this.generation * versionsPerDataset + this.current.store.version;
  }

  /** Whether the rows of a dataset that was current are still those that are open. */
  holds({ store }: Dataset): boolean {
    return this.dataset?.store === store;
  }

  changed(): void {
    this.onChange({ version: this.version, rowCount: this.current.store.rowCount });
  }

  open(argument: OpenArgument): Promise<OpenAnswer> {
    return this.inTurn(async () => {
      const { design } = argument;
      const loaded = await Promise.all([loadLocales(design), loadCodeChecks(design)]);
      return this.openLoaded(argument, loaded);
    });
  }

  reword({ parts }: RewordArgument): Promise<boolean> {
    return this.inTurn(() => {
      const reworded = this.dataset?.reword({ ...this.dataset.design, ...parts });
      this.dataset = reworded ?? this.dataset;
      return Promise.resolve(reworded !== undefined);
    });
  }

  mark(marks: RowMarks): void {
    this.current.setMarks(marks);
    this.marks = marks;
    // Rows that are taken out change no cell, but all that is said about the rows.
    this.generation += 1;
    this.changed();
  }

  /** The rows of the journal go beneath the marks. */
  replay(checkpoint: Checkpoint): void {
    this.current.setMarks(noMarks);
    resumeDataset(this.current, checkpoint);
    this.current.setMarks(this.marks);
    this.changed();
  }

  private openLoaded(
    { design, keepRows, marks, shown }: OpenArgument,
    [locales, codeChecks]: readonly [Locales, CodeChecks],
  ): OpenAnswer {
    const created = createDataset(design, locales, codeChecks);
    if (!created.ok) return rejected(created.error, this.dataset);
    const next = created.value;
    next.resize(design.rows);
    next.fillRange(0, next.store.rowCount);
    if (keepRows && this.dataset !== undefined) {
      // What lies beneath the marks is carried; they are laid over the rows again.
      this.dataset.setMarks(noMarks);
      carryOver(this.dataset, next);
    }
    next.setMarks(marks);
    this.dataset = next;
    this.marks = marks;
    this.generation += 1;
    this.changed();
    const { store } = next;
    const { version } = this;
    const columnIds = design.columns.map(({ id }) => id);
    const rows = shown && store.window(shown.start, shown.end, columnIds);
    return {
      diagnostics: [],
      rowCount: store.rowCount,
      version,
      ...(rows === undefined ? {} : { window: { ...rows, version } }),
    };
  }
}

function rejected(diagnostics: readonly Diagnostic[], last: Dataset | undefined): OpenAnswer {
  return { diagnostics, rowCount: last?.store.rowCount ?? 0, version: 0 };
}

/** One after the other: a design that waits for its locales must not come after a newer one. */
function createQueue(): <Value>(work: () => Promise<Value>) => Promise<Value> {
  let last: Promise<unknown> = Promise.resolve();
  return (work) => {
    const done = last.then(work);
    last = done.catch(() => undefined);
    return done;
  };
}
