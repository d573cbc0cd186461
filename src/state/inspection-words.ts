/** Prompts and requests in the words of a screen. What nobody told is `unknown`. */
import { moneyText } from '#core/base/money-text.ts';
import type { Cost } from '#core/llm/price/price.ts';
import type { Column } from '#core/design/design.ts';
import type { PromptMessage } from '#core/engine/task/prompt-view.ts';
import type { RequestDetail } from '#runtime/engine-protocol.ts';
import type { RequestEntry } from './run-store.ts';

export interface PromptBlock {
  readonly role: string;
  readonly parts: readonly {
    readonly text: string;
    /** Of the column that the words came from. */
    readonly fillKind?: string;
    readonly columnName?: string;
  }[];
}

export function promptBlocks(
  messages: readonly PromptMessage[],
  columns: readonly Column[],
): readonly PromptBlock[] {
  return messages.map(({ role, parts }) => ({
    role,
    parts: parts.map(({ text, columnId }) => {
      const column = columns.find(({ id }) => id === columnId);
      if (column === undefined) return { text };
      return { text, fillKind: column.fill.kind, columnName: column.name };
    }),
  }));
}

export function secondsWords({ startedAtMs, endedAtMs }: RequestEntry): string {
  if (endedAtMs === undefined) return 'in flight';
  return `${((endedAtMs - startedAtMs) / 1_000).toFixed(1)} s`;
}

export function requestFacts(
  entry: RequestEntry,
  detail: RequestDetail | undefined,
  cost: Cost,
): readonly { readonly name: string; readonly value: string }[] {
  const { usage, attempt } = entry;
  const model = [detail?.alias ?? '', detail?.model ?? ''].filter((word) => word !== '');
  const temperature = detail?.parameters.temperature;
  return [
    ...(model.length === 0 ? [] : [{ name: 'Model', value: model.join(', ') }]),
    { name: 'Input', value: tokenWords(usage?.inputTokens) },
    { name: 'Output', value: tokenWords(usage?.outputTokens) },
    { name: 'Cost', value: costWords(cost) },
    { name: 'Attempt', value: String(attempt) },
    { name: 'Time', value: secondsWords(entry) },
    ...(temperature === undefined ? [] : [{ name: 'Temperature', value: String(temperature) }]),
  ];
}

/** Money, "free" for what runs here, "unknown" where a price or a count is missing. */
export function costWords(cost: Cost): string {
  return cost.kind === 'known' ? moneyText(cost.usd) : cost.kind;
}

function tokenWords(count: number | undefined): string {
  return count === undefined ? 'unknown' : `${count.toLocaleString('en')} tokens`;
}
