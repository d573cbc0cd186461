/** Findings on conversations and on the environments of their tools. */
import type { Diagnostic, JsonPath } from '#core/base/diagnostic.ts';
import type { ConversationOutput, ToolEnvironment } from './conversation.ts';
import type { DatasetDesign } from './design.ts';
import { errorAt, listNames, warningAt } from './finding.ts';

export function checkConversations(design: DatasetDesign): readonly Diagnostic[] {
  const { environments = [], environmentsFile: file } = design;
  const isWanted = file !== undefined && file.text === undefined && environments.length === 0;
  const played = design.calls.flatMap(({ output }, index) =>
    output.kind === 'conversation'
      ? [{ output, path: ['calls', index, 'output'] as JsonPath }]
      : [],
  );
  return [
    ...environments.flatMap((environment, index) =>
      checkEnvironment(environment, ['environments', index]),
    ),
    ...checkDuplicates(environments),
    ...(isWanted ? missingFile(file.path, played.length > 0) : []),
    ...(isWanted ? [] : played.flatMap((one) => checkWanted(one, environments))),
  ];
}

function missingFile(path: string, isPlayed: boolean): readonly Diagnostic[] {
  const find = isPlayed ? errorAt : warningAt;
  return [
    find(
      ['environmentsFile'],
      'environments-missing',
      `The tools stand in ${path}, which is not attached.`,
    ),
  ];
}

interface Played {
  readonly output: ConversationOutput;
  readonly path: JsonPath;
}

function checkWanted(
  { output, path }: Played,
  environments: readonly ToolEnvironment[],
): readonly Diagnostic[] {
  const ids = environments.map(({ id }) => id);
  const scope = environments.filter(
    ({ id }) => output.environments.length === 0 || output.environments.includes(id),
  );
  const tools = scope.flatMap((environment) => environment.tools.map(({ id }) => id));
  const unknown = output.environments.filter((id) => !ids.includes(id));
  return [
    ...unknown.map((id) =>
      errorAt(
        [...path, 'environments'],
        'env-unknown',
        `There is no environment “${id}”. ${listNames('Environments', ids)}`,
      ),
    ),
    ...output.tools
      .filter((id) => !tools.includes(id))
      .map((id) =>
        errorAt(
          [...path, 'tools'],
          'tool-unknown',
          `No environment of this conversation has a tool “${id}”. ${listNames('Tools', tools)}`,
        ),
      ),
    ...scope
      .filter(({ kind, tools: own }) => kind === 'foreign' && isOffered(own, output))
      .map(({ id }) =>
        warningAt(
          path,
          'tools-foreign',
          `The tools of “${id}” need a program that cannot run here, so the assistant is not offered them.`,
        ),
      ),
  ];
}

function isOffered(
  tools: ToolEnvironment['tools'],
  { tools: wanted }: ConversationOutput,
): boolean {
  return tools.some(({ id }) => wanted.length === 0 || wanted.includes(id));
}

function checkEnvironment(environment: ToolEnvironment, path: JsonPath): readonly Diagnostic[] {
  if (environment.kind === 'synthetic')
    return environment.persona.trim() === ''
      ? [
          warningAt(
            [...path, 'persona'],
            'tool-persona-empty',
            'Nothing says what the model is when it answers as a tool, so its answers are arbitrary.',
          ),
        ]
      : [];
  if (environment.kind === 'foreign') return [];
  return environment.tools.flatMap(({ id, name }, index) =>
    (environment.lookup[id] ?? []).length > 0
      ? []
      : [
          warningAt(
            [...path, 'tools', index],
            'tool-without-answers',
            `The table of “${name}” has no answers, so every use of it fails.`,
          ),
        ],
  );
}

function checkDuplicates(environments: readonly ToolEnvironment[]): readonly Diagnostic[] {
  const seen = new Set<string>();
  const findings: Diagnostic[] = [];
  const note = (key: string, path: JsonPath, message: string): void => {
    if (seen.has(key)) findings.push(errorAt(path, 'duplicate-id', message));
    seen.add(key);
  };
  for (const [index, { id, tools }] of environments.entries()) {
    note(`environment ${id}`, ['environments', index, 'id'], `There are two environments “${id}”.`);
    for (const [place, tool] of tools.entries())
      note(
        `tool ${tool.id}`,
        ['environments', index, 'tools', place, 'id'],
        `There are two tools “${tool.id}”.`,
      );
  }
  return findings;
}
