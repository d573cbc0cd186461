import CircleQuestionMark from 'lucide-react/icons/circle-question-mark';
import Copy from 'lucide-react/icons/copy';
import Ellipsis from 'lucide-react/icons/ellipsis';
import Trash2 from 'lucide-react/icons/trash-2';
import { useState } from 'react';
import type { JsonPath } from '#core/base/diagnostic.ts';
import type { Column } from '#core/design/design.ts';
import type { FillKind } from '#core/design/fill.ts';
import { useDesign, useWorkbench } from '#state/react.tsx';
import { Button } from '#ui/actions/button.tsx';
import { IconButton } from '#ui/actions/icon-button.tsx';
import { QuietSelect } from '#ui/fields/quiet-select.tsx';
import { columnOptions, isGrouping } from '#features/designer/shared/column-options.ts';
import { Caption, Line, Quiet, Spacer } from '#features/designer/shared/layout.ts';
import { Place } from '#features/designer/shared/place.tsx';
import { useDeletion, useEdit, useEditAll } from '#features/designer/shared/use-edit.ts';
import { changeFill, varyWith } from './change-fill.ts';
import { deletedWords } from './deleted-words.ts';
import { fillCatalogue, fillEntry } from './fill-catalogue.ts';
import { exampleCommands } from './fill-examples.ts';

interface ColumnHeadProps {
  readonly column: Column;
  /** Place of the column. */
  readonly path: JsonPath;
  readonly areSettingsShown: boolean;
  readonly onSettings: () => void;
}

/** How the column is filled, and what can be done with it as a whole. */
export function ColumnHead({ column, path, areSettingsShown, onSettings }: ColumnHeadProps) {
  const { stores } = useWorkbench();
  const edit = useEdit();
  const editAll = useEditAll();
  const deletion = useDeletion();
  const { id: columnId, name, fill } = column;
  const [isHelpShown, setHelpShown] = useState(false);

  function handleFill(kind: FillKind) {
    const { design } = stores.design.getState();
    editAll(changeFill(column, kind, design));
  }

  return (
    <>
      <Line style={{ flexWrap: 'nowrap', margin: '-3px 0' }}>
        <QuietSelect
          label="Filled by"
          value={fill.kind}
          options={fillOptions}
          onChange={handleFill}
        />
        {(fill.kind === 'category' || fill.kind === 'subcategory') && (
          <Place path={[...path, 'fill', 'category']}>
            <VariesWith column={column} />
          </Place>
        )}
        <IconButton
          label="What this fill does"
          glyph={CircleQuestionMark}
          size="small"
          expanded={isHelpShown}
          onClick={() => setHelpShown(!isHelpShown)}
        />
        <Spacer />
        <IconButton
          label={`Duplicate ${name}`}
          glyph={Copy}
          size="small"
          onClick={() => edit({ kind: 'duplicate-column', columnId })}
        />
        <IconButton
          label={`Delete ${name}`}
          glyph={Trash2}
          size="small"
          onClick={() =>
            deletion(
              { kind: 'delete-column', columnId },
              deletedWords(stores.design.getState().design, column),
            )
          }
        />
        <IconButton
          label={`Settings of ${name}`}
          glyph={Ellipsis}
          size="small"
          expanded={areSettingsShown}
          onClick={onSettings}
        />
      </Line>
      {isHelpShown && <FillHelp column={column} />}
    </>
  );
}

/** What the fill does and an example of it, in place. */
function FillHelp({ column }: { readonly column: Column }) {
  const { stores } = useWorkbench();
  const editAll = useEditAll();
  const { kind } = column.fill;
  const entry = fillEntry(kind);
  if (entry === undefined) return null;
  return (
    <Caption role="note">
      {entry.label}: {entry.about}. For example: {entry.example}.{' '}
      <Button
        tone="ghost"
        size="small"
        onClick={() => editAll(exampleCommands(column, kind, stores.design.getState().design))}
      >
        Use this example
      </Button>
    </Caption>
  );
}

function VariesWith({ column }: { readonly column: Column }) {
  const { stores } = useWorkbench();
  const edit = useEdit();
  const columns = useDesign((state) => state.design.columns);
  const parents = columnOptions(columns, (other) => other.id !== column.id && isGrouping(other));
  const parent = column.fill.kind === 'subcategory' ? column.fill.category : nothing;

  function handleParent(parentId: string) {
    const { design } = stores.design.getState();
    const fill = varyWith(column, parentId === nothing ? '' : parentId, design);
    edit({ kind: 'set-fill', columnId: column.id, fill });
  }

  return (
    <>
      <Quiet style={{ whiteSpace: 'nowrap', marginRight: 4 }}>varies with</Quiet>
      <QuietSelect
        label="Varies with"
        value={parent}
        options={[{ value: nothing, label: 'nothing' }, ...parents]}
        onChange={handleParent}
      />
    </>
  );
}

/** No column has this id: ids hold letters, digits, `_` and `-`. */
const nothing = '(nothing)';

const fillOptions = fillCatalogue.map(({ kind, label }) => ({ value: kind, label }));
