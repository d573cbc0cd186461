import Plus from 'lucide-react/icons/plus';
import Trash2 from 'lucide-react/icons/trash-2';
import type { JsonPath } from '#core/base/diagnostic.ts';
import type { ToolEnvironment } from '#core/design/conversation.ts';
import {
  addTool,
  changeEnvironment,
  deleteEnvironment,
  renameEnvironment,
} from '#core/design/tool-commands.ts';
import { useDesign, useWorkbench } from '#state/react.tsx';
import { Button } from '#ui/actions/button.tsx';
import { IconButton } from '#ui/actions/icon-button.tsx';
import { Banner } from '#ui/feedback/banner.tsx';
import { SwitchField } from '#ui/fields/switch-field.tsx';
import { TextArea } from '#ui/fields/text-area.tsx';
import { CommittedField } from '#features/designer/shared/committed-field.tsx';
import { Line, Spacer } from '#features/designer/shared/layout.ts';
import { Place } from '#features/designer/shared/place.tsx';
import { offerUndoStep } from '#state/offer-undo-step.ts';
import { useProblem } from '#features/designer/shared/use-problem.ts';
import { GroundingFields } from './grounding-fields.tsx';
import { ToolEditor } from './tool-editor.tsx';
import { useToolsEdit } from './use-tools-edit.ts';

interface EnvironmentEditorProps {
  readonly environment: ToolEnvironment;
  readonly path: JsonPath;
}

/** Tools that belong together, and where their answers come from. */
export function EnvironmentEditor({ environment, path }: EnvironmentEditorProps) {
  const { stores } = useWorkbench();
  const edit = useToolsEdit();
  const names = useDesign(({ design }) => (design.environments ?? []).map(({ id }) => id));

  function rename(text: string): string | undefined {
    if (text === '') return 'A group of tools needs a name.';
    if (names.some((name) => name === text && name !== environment.id))
      return `There is already a group “${text}”.`;
    if (!edit((design) => renameEnvironment(design, environment.id, text))) return undefined;
    stores.view.getState().actions.set({ openEditor: { kind: 'environment', id: text } });
    return undefined;
  }

  function remove() {
    if (edit((design) => deleteEnvironment(design, environment.id)))
      offerUndoStep(stores, `Tools ${environment.id} deleted`);
  }

  return (
    <>
      <Place path={[...path, 'id']}>
        <CommittedField label="Name" value={environment.id} onCommit={rename} />
      </Place>
      <AnswersFrom environment={environment} path={path} />
      {environment.tools.map((tool, index) => (
        <ToolEditor
          key={index}
          environment={environment}
          tool={tool}
          path={[...path, 'tools', index]}
        />
      ))}
      <Line style={{ marginLeft: -8 }}>
        <Button
          tone="ghost"
          size="small"
          glyph={Plus}
          onClick={() => edit((design) => addTool(design, environment))}
        >
          Tool
        </Button>
        <Spacer />
        <IconButton
          label={`Delete tools ${environment.id}`}
          glyph={Trash2}
          size="small"
          onClick={remove}
        />
      </Line>
    </>
  );
}

function AnswersFrom({ environment, path }: EnvironmentEditorProps) {
  const edit = useToolsEdit();
  const place = [...path, 'persona'];
  const problem = useProblem(place);
  const change = (next: ToolEnvironment, typing?: string) =>
    edit((design) => changeEnvironment(design, next), typing);
  switch (environment.kind) {
    case 'foreign':
      return (
        <Banner inset tone="warn">
          {`Tools of the kind “${environment.type}” need a program that cannot run here. They are kept for the file they came from, and the assistant is not offered them.`}
        </Banner>
      );
    case 'synthetic':
      return (
        <>
          <Place path={place}>
            <TextArea
              label="The model answers as"
              value={environment.persona}
              onChange={(persona) =>
                change({ ...environment, persona }, `${environment.id}.persona`)
              }
              {...problem}
            />
          </Place>
          <SwitchField
            label="Equal arguments get the same answer"
            checked={environment.isCached}
            onChange={(isCached) => change({ ...environment, isCached })}
          />
        </>
      );
    case 'deterministic':
      return <GroundingFields environment={environment} onChange={change} />;
  }
}
