import type { CallKind } from '#core/design/create-call.ts';

export interface CallKindEntry {
  readonly kind: CallKind;
  readonly label: string;
  /** What it asks for, in a few words. */
  readonly about: string;
}

/** Everything that a call can ask for, in the order of menus. */
export const callKinds: readonly CallKindEntry[] = [
  { kind: 'fields', label: 'Rows', about: 'some columns, for several rows at once' },
  { kind: 'text', label: 'One text', about: 'your messages as they stand' },
  { kind: 'conversation', label: 'Conversation', about: 'planned, then played turn by turn' },
  { kind: 'judge', label: 'Judge', about: 'scores with reasons, by a rubric' },
];
