import { styled } from '@mui/material/styles';
import Trash2 from 'lucide-react/icons/trash-2';
import type { JsonPath } from '#core/base/diagnostic.ts';
import type { ToolEnvironment } from '#core/design/conversation.ts';
import {
  changeEnvironment,
  changeTool,
  deleteTool,
  renameTool,
  type ConversationTool,
} from '#core/design/tool-commands.ts';
import { useDesign } from '#state/react.tsx';
import { IconButton } from '#ui/actions/icon-button.tsx';
import { TextField } from '#ui/fields/text-field.tsx';
import { tokenVar } from '#ui/theme/tokens.ts';
import { CommittedField } from '#features/designer/shared/committed-field.tsx';
import { Caption, FieldRow } from '#features/designer/shared/layout.ts';
import { Place } from '#features/designer/shared/place.tsx';
import { useProblem } from '#features/designer/shared/use-problem.ts';
import { AnswerList } from './answer-list.tsx';
import { ParameterList } from './parameter-list.tsx';
import { moveInput } from './tool-answers.ts';
import { readParameters } from './tool-parameters.ts';
import { useToolsEdit } from './use-tools-edit.ts';

const Block = styled('section')({
  display: 'flex',
  flexDirection: 'column',
  gap: 6,
  paddingTop: 8,
  borderTop: `1px solid ${tokenVar('line')}`,
});

const Head = styled('div')({ display: 'flex', alignItems: 'flex-end', gap: 6 });

interface ToolEditorProps {
  readonly environment: ToolEnvironment;
  readonly tool: ConversationTool;
  readonly path: JsonPath;
}

/** One tool: what it is called, what it is asked with, and, in a table, what it knows. */
export function ToolEditor({ environment, tool, path }: ToolEditorProps) {
  const edit = useToolsEdit();
  const names = useDesign(({ design }) =>
    (design.environments ?? []).flatMap(({ tools }) => tools.map(({ id }) => id)),
  );
  const { hint, error } = useProblem(path);

  function rename(text: string): string | undefined {
    if (text === '') return 'A tool needs a name.';
    if (names.some((name) => name === text && name !== tool.id))
      return `There is already a tool “${text}”.`;
    edit((design) => renameTool(design, environment, { from: tool.id, to: text }));
    return undefined;
  }

  const change = (next: ConversationTool, typing?: string) =>
    edit((design) => changeTool(design, environment, next), typing);
  return (
    <Place path={path}>
      <Block aria-label={`Tool ${tool.name}`}>
        <Head>
          <FieldRow style={{ flex: 1, gridTemplateColumns: '1fr 2fr' }}>
            <CommittedField label="Tool" value={tool.name} onCommit={rename} />
            <TextField
              label="What it does"
              value={tool.description}
              onChange={(description) => change({ ...tool, description }, `${tool.id}.description`)}
            />
          </FieldRow>
          <IconButton
            label={`Delete tool ${tool.name}`}
            glyph={Trash2}
            onClick={() => edit((design) => deleteTool(design, environment, tool.id))}
          />
        </Head>
        <ParameterList
          toolName={tool.name}
          schema={tool.parameters}
          onChange={(parameters, moved) =>
            edit(
              (design) =>
                changeEnvironment(
                  design,
                  withParameters(environment, { ...tool, parameters }, moved),
                ),
              moved === undefined ? `${tool.id}.parameters` : undefined,
            )
          }
        />
        {environment.kind === 'deterministic' && (
          <AnswerList
            toolName={tool.name}
            parameters={readParameters(tool.parameters)}
            entries={environment.lookup[tool.id] ?? []}
            onChange={(entries) => {
              const lookup = { ...environment.lookup, [tool.id]: entries };
              edit((design) => changeEnvironment(design, { ...environment, lookup }));
            }}
          />
        )}
        {(error ?? hint) !== undefined && <Caption>{error ?? hint}</Caption>}
      </Block>
    </Place>
  );
}

/** The tool with new arguments; the table follows where one was renamed or deleted. */
function withParameters(
  environment: ToolEnvironment,
  tool: ConversationTool,
  moved: { readonly from: string; readonly to: string | undefined } | undefined,
): ToolEnvironment {
  const tools = environment.tools.map((other) => (other.id === tool.id ? tool : other));
  if (moved === undefined || environment.kind !== 'deterministic') return { ...environment, tools };
  const entries = moveInput(environment.lookup[tool.id] ?? [], moved.from, moved.to);
  return { ...environment, tools, lookup: { ...environment.lookup, [tool.id]: entries } };
}
