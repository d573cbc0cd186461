/** New calls of each kind with settings that work at once, and the columns that they fill. */
import { slugOf, uniqueName } from './column-names.ts';
import type { DesignCommand } from './command.ts';
import type { ConversationOutput } from './conversation.ts';
import type { Call, Column, DatasetDesign } from './design.ts';
import { judgedText, newJudge, scoreColumnCommand } from './judge-commands.ts';

export type CallKind = Call['output']['kind'];

export interface NewCall {
  readonly callId: string;
  /** To be applied in turn; a model alias comes along where the design has none. */
  readonly commands: readonly DesignCommand[];
}

const baseNames: Readonly<Record<CallKind, string>> = {
  fields: 'writer',
  text: 'text_writer',
  conversation: 'conversation',
  judge: 'judge',
};

/** The call alone, under a free name. */
export function createCall(design: DatasetDesign, kind: CallKind): NewCall {
  const id = uniqueName(baseNames[kind], new Set(design.calls.map((call) => call.id)));
  const name = uniqueName(id, new Set(design.calls.map((call) => call.name)));
  const alias = design.models[0]?.alias;
  const model = alias ?? 'writer';
  const needs: readonly DesignCommand[] =
    alias === undefined
      ? [{ kind: 'add-model', model: { alias: model, provider: 'demo', model: '' } }]
      : [];
  const call: Call = { id, name, model, messages: [], examples: [], ...outputOf(kind, design) };
  return { callId: id, commands: [...needs, { kind: 'add-call', call }] };
}

/** The call with the column it is for; a call for rows has none until columns choose it. */
export function createCallWithColumn(
  design: DatasetDesign,
  kind: CallKind,
): NewCall & { readonly columnId?: string } {
  const created = createCall(design, kind);
  if (kind === 'fields') return created;
  if (kind === 'judge') return withScores(design, created);
  const column = newColumn(design, {
    base: kind === 'text' ? 'text' : 'conversation',
    type: kind === 'text' ? 'text' : 'object',
    call: created.callId,
  });
  const commands: readonly DesignCommand[] = [...created.commands, { kind: 'add-column', column }];
  return { ...created, columnId: column.id, commands };
}

/** A judge with the column that keeps its scores, and one for the number alone. */
function withScores(
  design: DatasetDesign,
  created: NewCall,
): NewCall & { readonly columnId: string } {
  const base = `${slugOf(judgedText(design)?.name ?? '', 'row')}_judge`;
  const column = {
    ...newColumn(design, { base, type: 'object', call: created.callId }),
    description: 'Scores with their reasons.',
  };
  const added = { ...design, columns: [...design.columns, column] };
  const [first] = newJudge(design).scores;
  const score = first === undefined ? undefined : scoreColumnCommand(added, column, first);
  const commands: readonly DesignCommand[] = [
    ...created.commands,
    { kind: 'add-column', column },
    ...(score === undefined ? [] : [score]),
  ];
  return { ...created, columnId: column.id, commands };
}

/** A column of code, with the call for one text that writes it. */
export function createCodeColumn(design: DatasetDesign): NewCall & { readonly columnId: string } {
  const created = createCall(design, 'text');
  const column = newColumn(design, { base: 'code', type: 'text', call: created.callId });
  const messages = [{ role: 'user' as const, content: 'Write a short program.' }];
  const fill = { kind: 'generated' as const, call: created.callId, code: 'python' as const };
  const commands: readonly DesignCommand[] = [
    ...created.commands,
    { kind: 'update-call', callId: created.callId, change: { messages } },
    { kind: 'add-column', column: { ...column, fill } },
  ];
  return { ...created, columnId: column.id, commands };
}

/** The call turned into another kind; its columns take the type that it fills. */
export function callKindCommands(
  design: DatasetDesign,
  call: Call,
  kind: CallKind,
): readonly DesignCommand[] {
  if (kind === call.output.kind) return [];
  const filled = design.columns.filter(
    ({ fill, type }) =>
      fill.kind === 'generated' && fill.call === call.id && type !== typeFilledBy(kind, type),
  );
  return [
    { kind: 'update-call', callId: call.id, change: outputOf(kind, design) },
    ...filled.map(({ id, type }): DesignCommand => ({
      kind: 'update-column',
      columnId: id,
      change: { type: typeFilledBy(kind, type) },
    })),
  ];
}

/** What a column of this type becomes when a call of that kind fills it. */
export function typeFilledBy(kind: CallKind, type: Column['type']): Column['type'] {
  if (kind === 'conversation' || kind === 'judge') return 'object';
  return kind === 'text' ? 'text' : type;
}

/** The plan of each conversation as a column beside it. Empty where it is kept already. */
export function planColumnCommands(design: DatasetDesign, call: Call): readonly DesignCommand[] {
  const { output } = call;
  if (output.kind !== 'conversation') return [];
  if (design.columns.some(({ id }) => id === output.planColumn)) return [];
  const filled = design.columns.find(
    ({ fill }) => fill.kind === 'generated' && fill.call === call.id,
  );
  const base = `${filled?.name ?? call.name}_plan`;
  const column = newColumn(design, { base, type: 'text', call: call.id });
  return [
    { kind: 'add-column', column },
    {
      kind: 'update-call',
      callId: call.id,
      change: { output: { ...output, planColumn: column.id } },
    },
  ];
}

/** What a call of this kind asks for when it is new, or when another kind was turned into it. */
function outputOf(kind: CallKind, design: DatasetDesign): Pick<Call, 'output' | 'rowsPerRequest'> {
  switch (kind) {
    case 'fields':
      return { output: { kind }, rowsPerRequest: 10 };
    case 'text':
      return { output: { kind }, rowsPerRequest: 1 };
    case 'conversation':
      return { output: newConversation, rowsPerRequest: 1 };
    case 'judge':
      return { output: newJudge(design), rowsPerRequest: 10 };
  }
}

const newConversation: ConversationOutput = {
  kind: 'conversation',
  minRounds: 1,
  maxRounds: 3,
  personas: {
    user: 'You ask for help with something that matters to you. You write short, plain messages.',
    assistant: 'You help. You ask when something is unclear, and say what to do next.',
  },
  environments: [],
  tools: [],
  maxToolRounds: 50,
};

interface GeneratedColumn {
  readonly base: string;
  readonly type: Column['type'];
  readonly call: string;
}

function newColumn({ columns }: DatasetDesign, { base, type, call }: GeneratedColumn): Column {
  const taken = new Set(columns.flatMap(({ id, name }) => [id, name]));
  const name = uniqueName(base, taken);
  const common = { description: '', nullRate: 0, drop: false };
  return { ...common, id: name, name, type, fill: { kind: 'generated', call } };
}
