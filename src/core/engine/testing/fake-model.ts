/** A model for tests that answers from the task itself, as each test's script says. */
import type { JsonValue } from '#core/base/json.ts';
import type {
  FinishReason,
  LanguageModel,
  ModelEvent,
  ModelRequest,
  Usage,
} from '#core/llm/language-model.ts';
import type { RowTask } from '#core/llm/row-task.ts';

export interface FakeAnswer {
  /** Rows in the order of the answer; by default every row of the task. */
  readonly rows?: readonly { readonly row: number; readonly values: Record<string, JsonValue> }[];
  /** Text in place of rows. */
  readonly text?: string;
  readonly finish?: FinishReason;
  readonly usage?: Usage;
  /** Thrown after the rows, in place of a finish. */
  readonly error?: Error;
  /** The stream says nothing more after the rows, and never ends by itself. */
  readonly hangs?: boolean;
  /** Wait before each row, by the given sleep. */
  readonly beforeRow?: (signal: AbortSignal) => Promise<void>;
}

export interface FakeModel extends LanguageModel {
  readonly tasks: readonly RowTask[];
  readonly requests: readonly ModelRequest[];
  /** Streams that are open now, and the most that were open at once. */
  readonly open: number;
  readonly mostOpen: number;
}

/** `script` sees each task with its number, counted from 0. */
export function createFakeModel(
  script: (task: RowTask, number: number) => FakeAnswer = () => ({}),
  id = 'fake',
): FakeModel {
  const requests: ModelRequest[] = [];
  let open = 0;
  let mostOpen = 0;

  async function* stream(request: ModelRequest, signal: AbortSignal): AsyncGenerator<ModelEvent> {
    const { task } = request;
    if (task === undefined) throw new Error('The request carries no task.');
    const number = requests.push(request) - 1;
    open += 1;
    mostOpen = Math.max(mostOpen, open);
    try {
      yield* events(script(task, number), task, signal);
    } finally {
      open -= 1;
    }
  }

  return {
    id,
    requests,
    get tasks() {
      return requests.flatMap(({ task }) => task ?? []);
    },
    get open() {
      return open;
    },
    get mostOpen() {
      return mostOpen;
    },
    stream,
  };
}

async function* events(
  answer: FakeAnswer,
  task: RowTask,
  signal: AbortSignal,
): AsyncGenerator<ModelEvent> {
  if (answer.text === undefined) {
    const rows = answer.rows ?? task.rows.map(({ row }) => ({ row, values: titleOf(row) }));
    yield { kind: 'text-delta', text: '{"rows":[' };
    for (const [index, { row, values }] of rows.entries()) {
      await answer.beforeRow?.(signal);
      signal.throwIfAborted();
      const text = JSON.stringify({ row: row + 1, ...values });
      yield { kind: 'text-delta', text: index === 0 ? text : `,${text}` };
    }
    if (answer.error === undefined) yield { kind: 'text-delta', text: ']}' };
  } else yield { kind: 'text-delta', text: answer.text };
  if (answer.hangs === true) await abortOf(signal);
  if (answer.error !== undefined) throw answer.error;
  yield { kind: 'usage', usage: answer.usage ?? { inputTokens: 10, outputTokens: 5 } };
  yield { kind: 'finished', reason: answer.finish ?? 'stop' };
}

function titleOf(row: number): Record<string, JsonValue> {
  return { title: `Thing ${row + 1}` };
}

function abortOf(signal: AbortSignal): Promise<never> {
  return new Promise((_, reject) => {
    signal.addEventListener('abort', () => reject(signal.reason as Error), { once: true });
  });
}
