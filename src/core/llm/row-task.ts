/** What one request asks for, as plain data: the prompt is written from it and the demo model reads it. */
import type { JsonObject, JsonValue } from '#core/base/json.ts';
import type { ChatTurn, ConversationTask } from './chat-task.ts';
import type { Delivery } from './language-model.ts';

export type TaskType =
  'text' | 'integer' | 'decimal' | 'boolean' | 'date' | 'datetime' | 'list' | 'object';

export interface TaskField {
  /** Column or field name; the key of the answer. */
  readonly name: string;
  readonly description: string;
  readonly type: TaskType;
  readonly unit?: string | undefined;
  /** The only values allowed. */
  readonly values?: readonly string[] | undefined;
  /** Fields of an object, or of each item of a list; a list without fields holds texts. */
  readonly fields?: readonly TaskField[] | undefined;
  /** The text is code in this language, such as `python` or `sql:postgres`. */
  readonly language?: string | undefined;
  readonly isUnique?: boolean;
  /** Bounds that rules put on this field alone. */
  readonly length?: {
    readonly unit: 'words' | 'characters';
    readonly low?: number | undefined;
    readonly high?: number | undefined;
  };
  readonly range?: { readonly low?: number | undefined; readonly high?: number | undefined };
}

export interface TaskRow {
  /** 0-based index of the row in the dataset; prompts and answers show it plus one. */
  readonly row: number;
  /** Values already known for this row, by column name. */
  readonly facts: JsonObject;
  /** Descriptions of category values in `facts`, by column name, where the table has one. */
  readonly notes: Readonly<Record<string, string>>;
  /** User messages of the call, rendered for this row. */
  readonly messages: readonly string[];
  /** Earlier values of fields that are written again, by name, oldest first; they must not come again. */
  readonly replaces?: Readonly<Record<string, JsonValue>>;
  /** Why an earlier answer for this row was refused; empty at the first attempt. */
  readonly corrections: readonly string[];
}

export interface TaskExample {
  readonly facts: JsonObject;
  readonly values: JsonObject;
}

/** Rows that the dataset continues. */
export interface TaskLikeness {
  readonly count: number;
  /** One line for each field. */
  readonly about: readonly string[];
  /** Some of the rows, whole; none when only the profile is sent. */
  readonly rows: readonly JsonObject[];
}

/** The texts of the answer are read back before they count. */
export interface TaskVerification {
  readonly method: 'extract' | 'mention';
  /** Name of the field that holds the text, and of the one that the report is put in. */
  readonly text: string;
  readonly report: string;
  /** What is read back. */
  readonly fields: readonly TaskField[];
  /** What the text was written from, by row. */
  readonly given: Readonly<Record<number, JsonObject>>;
}

export interface RowTask {
  readonly callId: string;
  readonly brief: string;
  readonly instructions: string;
  readonly systemMessages: readonly string[];
  readonly fields: readonly TaskField[];
  /** Rules as sentences. */
  readonly rules: readonly string[];
  readonly examples: readonly TaskExample[];
  /** How the rows are asked for; undefined: as the provider table says. */
  readonly delivery?: Delivery | undefined;
  readonly rows: readonly TaskRow[];
  /** Values of earlier rows that must not come again, newest last; one object of the call's fields each. */
  readonly avoid: readonly JsonObject[];
  /** The new rows shall be like rows that are there. */
  readonly likeness?: TaskLikeness | undefined;
  readonly verification?: TaskVerification | undefined;
  /** The request only reads: fields are taken out of the text of each row. What was given is known to the demo model alone. */
  readonly extraction?: Pick<TaskVerification, 'text' | 'given'> | undefined;
  /** The request scores what the rows hold, and writes nothing else. */
  readonly isJudging?: boolean | undefined;
  /** Seeds models that run here. */
  readonly seed: number;
  /** 1 at first, counting up with every repetition for the same rows. */
  readonly attempt: number;
  /** The request asks for one text for one row, with just these messages. */
  readonly chat?: readonly ChatTurn[] | undefined;
  /** The request is a whole conversation for one row, which takes several requests to the model. */
  readonly conversation?: ConversationTask | undefined;
  /** The JSON Schema that a chat's answer has to keep; a text without it. */
  readonly chatSchema?: JsonObject | undefined;
}

/** One row as it came out of an answer, before any check. */
export interface AnsweredRow {
  /** 0-based index of the row, matched by the number in the answer. */
  readonly row: number;
  readonly values: Readonly<Record<string, JsonValue>>;
}
