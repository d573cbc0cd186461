/** What a request for a draft asks, as plain data: the prompt is written from it, and the demo model reads it. */
import type { JsonValue } from '#core/base/json.ts';

export type DesignDraftKind = 'describe' | 'edit' | 'axes' | 'level';

export type DraftKind = DesignDraftKind | 'prompt';

export type DraftTask = DesignDraftTask | PromptTask;

export interface DesignDraftTask {
  /** A design from a sentence, changes of a design, attribute tables that make its rows differ, or one more level of a topic tree. */
  readonly kind: DesignDraftKind;
  /** What the user typed. */
  readonly text: string;
  /** Columns that are there, in order; none for a new design. */
  readonly columns: readonly { readonly name: string; readonly fill: string }[];
  /** Year in which new dates lie. */
  readonly year: number;
  /** What the new level goes below; for that kind alone. */
  readonly below?: TreeLevel;
}

/** A column of categories and everything it can be. */
export interface TreeLevel {
  readonly column: string;
  readonly values: readonly string[];
}

/** Messages of one call, to be written anew from what a person said about its answers. */
export interface PromptTask {
  readonly kind: 'prompt';
  /** What the user typed beside the ratings; may be empty. */
  readonly text: string;
  readonly callId: string;
  readonly messages: readonly PromptMessage[];
  readonly ratings: PromptRatings;
}

export const promptRoles = ['system', 'user', 'assistant'] as const;

export interface PromptMessage {
  readonly role: (typeof promptRoles)[number];
  readonly content: string;
}

/** What a person said about values of one call; each value stands with the name of its column. */
export interface PromptRatings {
  /** Kept or shown as examples. */
  readonly liked: readonly RatedValue[];
  readonly disliked: readonly RatedValue[];
  /** Written by hand over what the model wrote. */
  readonly edited: readonly EditedValue[];
}

export interface RatedValue {
  readonly column: string;
  readonly value: JsonValue;
}

export interface EditedValue {
  readonly column: string;
  /** Undefined where what the model wrote is not remembered. */
  readonly before?: JsonValue;
  readonly after: JsonValue;
}
