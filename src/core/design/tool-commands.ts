/** Changes of the tools that conversations use, and of the environments they live in; calls that name them follow. */
import { uniqueName } from './column-names.ts';
import type { DesignCommand } from './command.ts';
import type { ConversationOutput, ToolEnvironment } from './conversation.ts';
import type { DatasetDesign } from './design.ts';

export type ConversationTool = ToolEnvironment['tools'][number];
type Commands = readonly DesignCommand[];

/** Environments that can be made here; a foreign one only comes with a file. */
export type EnvironmentKind = Exclude<ToolEnvironment['kind'], 'foreign'>;

/** An environment with one tool. */
export function addEnvironment(
  design: DatasetDesign,
  kind: EnvironmentKind,
): { readonly id: string; readonly commands: Commands } {
  const environments = design.environments ?? [];
  const base = kind === 'deterministic' ? 'tables' : 'played_tools';
  const id = uniqueName(base, new Set(environments.map((one) => one.id)));
  const tool = newTool(environments);
  const common = { id, tools: [tool] };
  const environment: ToolEnvironment =
    kind === 'deterministic'
      ? { ...common, kind, lookup: { [tool.id]: [{ input: {}, output: '' }] } }
      : {
          ...common,
          kind,
          persona: 'You answer as the system behind these tools.',
          isCached: true,
        };
  return { id, commands: [set([...environments, environment])] };
}

export function changeEnvironment(design: DatasetDesign, next: ToolEnvironment): Commands {
  const environments = design.environments ?? [];
  return [set(environments.map((one) => (one.id === next.id ? next : one)))];
}

/** Calls that name the environment name it anew. */
export function renameEnvironment(design: DatasetDesign, id: string, name: string): Commands {
  const environments = (design.environments ?? []).map((one) =>
    one.id === id ? { ...one, id: name } : one,
  );
  return [
    set(environments),
    ...outputs(design, (output) => ({
      ...output,
      environments: renamed(output.environments, id, name),
    })),
  ];
}

/** Calls forget the environment and its tools.. */
export function deleteEnvironment(design: DatasetDesign, id: string): Commands {
  const environments = design.environments ?? [];
  const gone = new Set(environments.find((one) => one.id === id)?.tools.map((tool) => tool.id));
  return [
    set(environments.filter((one) => one.id !== id)),
    ...outputs(design, (output) => ({
      ...output,
      environments: output.environments.filter((one) => one !== id),
      tools: output.tools.filter((tool) => !gone.has(tool)),
    })),
  ];
}

/** A tool under a name that no environment uses; a table of answers gets a first line. */
export function addTool(design: DatasetDesign, environment: ToolEnvironment): Commands {
  const tool = newTool(design.environments ?? []);
  const tools = [...environment.tools, tool];
  return changeEnvironment(
    design,
    environment.kind === 'deterministic'
      ? {
          ...environment,
          tools,
          lookup: { ...environment.lookup, [tool.id]: [{ input: {}, output: '' }] },
        }
      : { ...environment, tools },
  );
}

export function changeTool(
  design: DatasetDesign,
  environment: ToolEnvironment,
  next: ConversationTool,
): Commands {
  const tools = environment.tools.map((tool) => (tool.id === next.id ? next : tool));
  return changeEnvironment(design, { ...environment, tools });
}

/** Id and name become the same; the table, the plan's facts and the calls follow. */
export function renameTool(
  design: DatasetDesign,
  environment: ToolEnvironment,
  names: { readonly from: string; readonly to: string },
): Commands {
  const { from, to } = names;
  const tools = environment.tools.map((tool) =>
    tool.id === from ? { ...tool, id: to, name: to } : tool,
  );
  const next = withTables({ ...environment, tools }, (table) =>
    Object.fromEntries(Object.entries(table).map(([id, value]) => [id === from ? to : id, value])),
  );
  return [
    ...changeEnvironment(design, next),
    ...outputs(design, (output) => ({ ...output, tools: renamed(output.tools, from, to) })),
  ];
}

export function deleteTool(
  design: DatasetDesign,
  environment: ToolEnvironment,
  toolId: string,
): Commands {
  const tools = environment.tools.filter(({ id }) => id !== toolId);
  const next = withTables({ ...environment, tools }, (table) =>
    Object.fromEntries(Object.entries(table).filter(([id]) => id !== toolId)),
  );
  return [
    ...changeEnvironment(design, next),
    ...outputs(design, (output) => ({
      ...output,
      tools: output.tools.filter((tool) => tool !== toolId),
    })),
  ];
}

/** The same change to every table that is kept by tool. */
function withTables(
  environment: ToolEnvironment,
  change: <Value>(table: Readonly<Record<string, Value>>) => Record<string, Value>,
): ToolEnvironment {
  const { grounding } = environment;
  const told = grounding && { grounding: { ...grounding, tools: change(grounding.tools) } };
  return environment.kind === 'deterministic'
    ? { ...environment, ...told, lookup: change(environment.lookup) }
    : { ...environment, ...told };
}

function newTool(environments: readonly ToolEnvironment[]): ConversationTool {
  const taken = environments.flatMap(({ tools }) => tools.map(({ id }) => id));
  const id = uniqueName('look_up', new Set(taken));
  const parameters = { type: 'object', properties: {}, required: [] };
  return { id, name: id, description: 'What it gives', parameters };
}

function set(environments: readonly ToolEnvironment[]): DesignCommand {
  const value = environments.length === 0 ? undefined : [...environments];
  return { kind: 'set-field', field: 'environments', value };
}

function renamed(ids: readonly string[], from: string, to: string): string[] {
  return ids.map((id) => (id === from ? to : id));
}

/** One command for each conversation whose output changes. */
function outputs(
  { calls }: DatasetDesign,
  change: (output: ConversationOutput) => ConversationOutput,
): Commands {
  return calls.flatMap(({ id, output }): DesignCommand[] => {
    if (output.kind !== 'conversation') return [];
    const next = change(output);
    const isSame =
      next.tools.join('\n') === output.tools.join('\n') &&
      next.environments.join('\n') === output.environments.join('\n');
    return isSame ? [] : [{ kind: 'update-call', callId: id, change: { output: next } }];
  });
}
