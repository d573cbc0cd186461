import MessageSquareQuote from 'lucide-react/icons/message-square-quote';
import Plus from 'lucide-react/icons/plus';
import Table2 from 'lucide-react/icons/table-2';
import { counted } from '#core/base/counted.ts';
import type { ToolEnvironment } from '#core/design/conversation.ts';
import { addEnvironment, type EnvironmentKind } from '#core/design/tool-commands.ts';
import { useDesign, useWorkbench } from '#state/react.tsx';
import { MenuButton } from '#ui/actions/menu-button.tsx';
import { Card } from '#ui/layout/card.tsx';
import { SectionHead } from '#ui/layout/section-head.tsx';
import { FillTile } from '#ui/marks/fill-tile.tsx';
import { Caption, LineList } from '#features/designer/shared/layout.ts';
import { ResourceRow } from '#features/designer/shared/resource-row.tsx';
import { useEditAll } from '#features/designer/shared/use-edit.ts';
import { FilePicker } from '#features/designer/sources/file-picker.tsx';
import { EnvironmentEditor } from './environment-editor.tsx';

/** What assistants may use while they speak. */
export function ToolSection() {
  const { sourceFiles } = useWorkbench();
  const environments = useDesign(({ design }) => design.environments ?? []);
  const add = useAddTools();
  return (
    <section aria-label="Tools">
      <SectionHead
        title="Tools"
        count={environments.reduce((sum, { tools }) => sum + tools.length, 0)}
        actions={
          <>
            <FilePicker
              label="Take from file"
              tone="ghost"
              accept=".yaml,.yml,.json"
              onPick={([file]) => void (file && sourceFiles.attachEnvironments(file))}
            />
            <MenuButton
              label="Add tools"
              glyph={Plus}
              size="small"
              align="right"
              entries={[
                {
                  kind: 'action',
                  label: 'With a table of answers',
                  secondary: 'the same every time',
                  glyph: Table2,
                  onSelect: () => add('deterministic'),
                },
                {
                  kind: 'action',
                  label: 'Played by a model',
                  secondary: 'answers are made up',
                  glyph: MessageSquareQuote,
                  onSelect: () => add('synthetic'),
                },
              ]}
            />
          </>
        }
      />
      {environments.length === 0 ? (
        <Caption>
          The assistant of a conversation can look things up before it answers. Add tools with a
          table of answers, or let a model play them.
        </Caption>
      ) : (
        <Card>
          <LineList>
            {environments.map((environment, index) => (
              <ResourceRow
                key={environment.id}
                editor={{ kind: 'environment', id: environment.id }}
                name={environment.id}
                figure={<FillTile fillKind="conversation" />}
                about={aboutTools(environment)}
                path={['environments', index]}
              >
                <EnvironmentEditor environment={environment} path={['environments', index]} />
              </ResourceRow>
            ))}
          </LineList>
        </Card>
      )}
    </section>
  );
}

/** Adds tools of a kind and opens them. */
export function useAddTools(): (kind: EnvironmentKind) => void {
  const { stores } = useWorkbench();
  const editAll = useEditAll();
  return (kind) => {
    const { id, commands } = addEnvironment(stores.design.getState().design, kind);
    if (!editAll(commands)) return;
    stores.view.getState().actions.set({ openEditor: { kind: 'environment', id } });
  };
}

const answerers: Readonly<Record<ToolEnvironment['kind'], string>> = {
  deterministic: 'answered from a table',
  synthetic: 'played by a model',
  foreign: 'cannot run here',
};

function aboutTools({ kind, tools }: ToolEnvironment): string {
  return `${counted(tools.length, 'tool')}, ${answerers[kind]}`;
}
