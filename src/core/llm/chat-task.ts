/** What calls for a text or a conversation ask for, as plain data beside the fields of a row task. */
import type { JsonObject, JsonValue } from '#core/base/json.ts';

export interface ChatTurn {
  readonly role: 'system' | 'user' | 'assistant';
  readonly content: string;
}

export interface TaskTool {
  readonly environmentId: string;
  readonly id: string;
  readonly name: string;
  readonly description: string;
  /** JSON Schema of the arguments. */
  readonly parameters: JsonObject;
  readonly outputSchema?: JsonObject | undefined;
  readonly answer:
    | { readonly kind: 'table'; readonly entries: readonly ToolEntry[] }
    | { readonly kind: 'model'; readonly persona: string; readonly isCached: boolean };
}

export interface ToolEntry {
  readonly input: JsonObject;
  readonly output: JsonValue;
}

/** One conversation of one row; all templates are rendered. */
export interface ConversationTask {
  /** Names of the columns that take the conversation and its plan. */
  readonly field: string;
  readonly planField: string | undefined;
  /** Who speaks at each turn and as whom; users and assistants take turns, users first. */
  readonly turns: readonly { readonly role: 'user' | 'assistant'; readonly persona: string }[];
  /** What the plan is told of each side. */
  readonly roles: readonly { readonly role: string; readonly persona: string }[];
  readonly planner: string | undefined;
  readonly systemPrompt: string | undefined;
  readonly facts: readonly JsonObject[];
  readonly tools: readonly TaskTool[];
  readonly maxToolRounds: number;
}
