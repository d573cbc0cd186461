/** Everything that one request says, gathered from the design and the rows as they stand. */
import type { Diagnostic } from '#core/base/diagnostic.ts';
import { invariant } from '#core/base/invariant.ts';
import type { JsonObject, JsonValue } from '#core/base/json.ts';
import { success, type Result } from '#core/base/result.ts';
import { withAnswerFields } from '#core/design/call-output.ts';
import type { Call, Column, DatasetDesign } from '#core/design/design.ts';
import { columnReferences } from '#core/design/references.ts';
import { constraintSentence } from '#core/design/sentence.ts';
import { isVerbatimCall } from '#core/design/verbatim-call.ts';
import type { Aims } from '#core/engine/constraint/steer/in-flight.ts';
import { steeredRules, steeringOf, type SteeredRows } from '#core/engine/constraint/steer/steer.ts';
import type { PrepareOptions } from '#core/engine/dataset-port.ts';
import type { CallStep, ColumnPlan } from '#core/engine/plan/column-order.ts';
import type { Scope } from '#core/expression/scope.ts';
import type { RowTask, TaskField, TaskRow } from '#core/llm/row-task.ts';
import { likenessOf } from '#core/engine/originals/likeness.ts';
import { conversationWriter } from '#core/engine/conversation/conversation-task.ts';
import { createExampleChoice } from './choose-examples.ts';
import { verificationWriter } from '#core/engine/verify/verification-task.ts';
import { compileMessages, type CallMessages } from './call-messages.ts';
import { textChat } from './text-chat.ts';
import { taskFields } from './task-fields.ts';

/** The rows as a task sees them. */
export interface TaskRows extends SteeredRows {
  scopeOf(row: number): Scope;
  /** Which cells are asked for; absent when all fields of the call are, in every row. */
  readonly isOpen?: ((columnId: string, row: number) => boolean) | undefined;
  /** Values that a cell had before and must not have again. */
  previous(columnId: string, row: number): readonly JsonValue[];
}

export interface TaskDetails {
  readonly options: PrepareOptions;
  readonly rows: TaskRows;
  readonly avoid: readonly JsonObject[];
  /** Further fields that ask for spare values of the columns asked for. */
  readonly spareFields: (asked: readonly Column[]) => readonly TaskField[];
  /** Hears what the request is told of rules about the set. */
  readonly onSteered?: ((aims: Aims) => void) | undefined;
}

export type CreateTask = (details: TaskDetails) => RowTask;

/** Compiles what is the same for all requests of the design. Fails when a message cannot be used. */
export function createTaskWriter(
  design: DatasetDesign,
  plan: ColumnPlan,
): Result<CreateTask, readonly Diagnostic[]> {
  const messages = compileMessages(design);
  if (!messages.ok) return messages;
  const writers = new Map(
    plan.calls.map((step) => [
      step.callId,
      createWriter({ design, plan, step }, messages.value.get(step.callId)),
    ]),
  );
  return success((details) => {
    const writer = writers.get(details.options.callId);
    invariant(writer !== undefined, `call ${details.options.callId} writes a column`);
    return writer(details);
  });
}

interface Planned {
  readonly design: DatasetDesign;
  readonly plan: ColumnPlan;
  readonly step: CallStep;
}

function createWriter(planned: Planned, messages: CallMessages | undefined): CreateTask {
  const { design, step } = planned;
  const call = design.calls.find(({ id }) => id === step.callId);
  // The report of a verification is not asked for: it is made when the text is read back.
  const columns = design.columns
    .filter(({ id }) => step.columnIds.includes(id) && id !== call?.verify?.report)
    .map((column) => withAnswerFields(column, design.calls));
  const verification = verificationWriter(design, call);
  const isJudging = call?.output.kind === 'judge';
  const facts = factsFor(planned, call);
  const common = commonOf(planned, { call, columns, facts, messages });
  const isVerbatim = call !== undefined && isVerbatimCall(call);
  const isTogether = call?.output.kind === 'text' && !isVerbatim;
  const beside = besideWriter(design, call, messages);
  const examplesFor = createExampleChoice(design, call);
  const allFields = taskFields(design, columns);
  const steered = isJudging ? [] : steeredRules(design, [...columnsWritten(planned)]);
  return ({ options, rows, avoid, spareFields, onSteered }) => {
    const told = steered.map((rule) => ({ rule, ...steeringOf(rule, design, rows) }));
    onSteered?.(new Map(told.map(({ rule, aims }) => [rule.id, aims])));
    const isOpen = rows.isOpen ?? (() => true);
    const asked = columns.filter(({ id }) => options.rows.some((row) => isOpen(id, row)));
    const fields = asked.length === columns.length ? allFields : taskFields(design, asked);
    const [first = 0] = options.rows;
    const extra = beside(first, rows.scopeOf(first), options.corrections[first] ?? []);
    // A text that is taken as it stands has no room for spare values.
    const isSpared = isVerbatim || isJudging || verification !== undefined;
    const spare = isSpared ? [] : spareFields(asked);
    return {
      ...common,
      ...extra,
      examples: examplesFor(options.rows),
      rules: [...common.rules, ...told.flatMap(({ sentences }) => sentences)],
      fields: spare.length === 0 ? fields : [...fields, ...spare],
      avoid: isJudging ? [] : avoid,
      attempt: options.attempt,
      verification: verification?.(options.rows, (id, row) => rows.value(id, row)),
      rows: options.rows.map((row): TaskRow => {
        const scope = rows.scopeOf(row);
        const kept = columns.filter(({ id }) => !isOpen(id, row));
        return {
          row,
          // The messages of a text say all that its writer is to know.
          ...factsOf(isTogether ? kept : [...facts, ...kept], (id) => rows.value(id, row), scope),
          ...replacedOf(asked, (id) => rows.previous(id, row)),
          messages:
            (isTogether ? messages?.together(scope, row) : messages?.user(scope, row)) ?? [],
          corrections: options.corrections[row] ?? [],
        };
      }),
    };
  };
}

interface CommonParts {
  readonly call: Call | undefined;
  readonly columns: readonly Column[];
  readonly facts: readonly Column[];
  readonly messages: CallMessages | undefined;
}

/** What all requests of a call say. A judge has its rubric; the rules are for those who write. */
function commonOf(planned: Planned, { call, columns, facts, messages }: CommonParts) {
  const { design, step } = planned;
  const isJudging = call?.output.kind === 'judge';
  const known = new Set([...step.columnIds, ...facts.map(({ id }) => id)]);
  return {
    callId: step.callId,
    brief: design.brief,
    instructions: design.instructions,
    systemMessages: messages?.system ?? [],
    rules: isJudging ? [] : rulesFor(planned, known),
    ...(isJudging ? { isJudging } : {}),
    delivery: call?.delivery ?? design.models.find(({ alias }) => alias === call?.model)?.delivery,
    seed: design.seed,
    likeness: likenessOf(design, [...columns, ...facts]),
  };
}

/** What a call holds that writes no fields: a chat for one text, or a conversation. */
function besideWriter(
  design: DatasetDesign,
  call: Call | undefined,
  messages: CallMessages | undefined,
): (
  row: number,
  scope: Scope,
  corrections: readonly string[],
) => Pick<RowTask, 'chat' | 'conversation'> {
  const createConversation =
    call?.output.kind === 'conversation'
      ? conversationWriter(design, call, call.output)
      : undefined;
  const written = design.columns.filter(
    ({ fill }) => fill.kind === 'generated' && fill.call === call?.id,
  );
  return (row, scope, corrections) => {
    if (createConversation !== undefined) return { conversation: createConversation(scope, row) };
    if (call === undefined || !isVerbatimCall(call)) return {};
    return { chat: textChat(messages?.chat(scope, row) ?? [], written, corrections) };
  };
}

/** What is told of a row: what is known by then, or what a judge is shown besides its messages. */
function factsFor(planned: Planned, call: Call | undefined): readonly Column[] {
  const { output } = call ?? {};
  if (output?.kind !== 'judge') return factColumns(planned);
  return planned.design.columns.filter(({ id }) => output.shows.includes(id));
}

/** Earlier values of cells that are written again, by column name. */
function replacedOf(
  columns: readonly Column[],
  previous: (columnId: string) => readonly JsonValue[],
): Pick<TaskRow, 'replaces'> {
  const entries = columns.flatMap(({ id, name }): [string, JsonValue][] => {
    const values = previous(id);
    return values.length === 0 ? [] : [[name, [...values]]];
  });
  return entries.length === 0 ? {} : { replaces: Object.fromEntries(entries) };
}

/**
 * Sampled, source and derived columns and those of the calls that this call waits for. Calls that merely happen
 * to be done are left out: what a prompt says must not depend on the order of answers.
 */
function factColumns({ design, plan, step }: Planned): readonly Column[] {
  const earlier = new Set(step.dependsOn);
  const known = new Set(plan.computed);
  for (const other of plan.calls)
    if (earlier.has(other.callId)) for (const id of other.columnIds) known.add(id);
  for (const { columnId, calls } of plan.afterCalls)
    if (calls.every((callId) => earlier.has(callId))) known.add(columnId);
  return design.columns.filter(({ id }) => known.has(id));
}

/** The columns of the call, and those that are computed from them. */
function columnsWritten({ plan, step }: Planned): ReadonlySet<string> {
  const following = plan.afterCalls.filter(({ calls }) => calls.includes(step.callId));
  return new Set([...step.columnIds, ...following.map(({ columnId }) => columnId)]);
}

/** Rules that name what is asked for, what follows from it, or a fact; not those about later calls only. */
function rulesFor(planned: Planned, known: ReadonlySet<string>): readonly string[] {
  const { design } = planned;
  const touched = new Set([...known, ...columnsWritten(planned)]);
  const relevant = new Set(
    columnReferences(design)
      .filter(({ from, columnId }) => from.kind === 'constraint' && touched.has(columnId))
      .map(({ from }) => from.id),
  );
  return design.constraints
    .filter(({ id, inPrompt }) => inPrompt && relevant.has(id))
    .map((constraint) => constraintSentence(constraint, design));
}

function factsOf(
  columns: readonly Column[],
  read: (columnId: string) => JsonValue | undefined,
  scope: Scope,
): Pick<TaskRow, 'facts' | 'notes'> {
  const facts: [string, JsonValue][] = [];
  const notes: [string, string][] = [];
  for (const { id, name } of columns) {
    const value = read(id);
    if (value === undefined || value === null) continue;
    facts.push([name, value]);
    const note = scope.attribute?.(name, 'description');
    if (typeof note === 'string' && note !== '') notes.push([name, note]);
  }
  return { facts: Object.fromEntries(facts), notes: Object.fromEntries(notes) };
}
