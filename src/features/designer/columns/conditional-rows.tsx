import GitBranch from 'lucide-react/icons/git-branch';
import Trash2 from 'lucide-react/icons/trash-2';
import { styled } from '@mui/material/styles';
import type { JsonPath } from '#core/base/diagnostic.ts';
import type { ConditionalRow } from '#core/design/conditional-params.ts';
import type { Column } from '#core/design/design.ts';
import { fillGroup } from '#core/design/fill-group.ts';
import type { Fill, SampledFill } from '#core/design/fill.ts';
import { Button } from '#ui/actions/button.tsx';
import { IconButton } from '#ui/actions/icon-button.tsx';
import { TextField } from '#ui/fields/text-field.tsx';
import { tokenVar } from '#ui/theme/tokens.ts';
import { FillEditor } from '#features/designer/fills/fill-editor.tsx';
import { FillTarget } from '#features/designer/fills/use-set-fill.ts';
import { Caption } from '#features/designer/shared/layout.ts';
import { Place } from '#features/designer/shared/place.tsx';
import { useEdit } from '#features/designer/shared/use-edit.ts';
import { useProblem } from '#features/designer/shared/use-problem.ts';

const Row = styled('div')({
  display: 'flex',
  flexDirection: 'column',
  gap: 6,
  padding: '6px 0 8px 10px',
  borderLeft: `2px solid ${tokenVar('sampled-line')}`,
});

interface ConditionalRowsProps {
  readonly column: Column;
  readonly path: JsonPath;
}

/** Other parameters for some rows: conditions in order, the first that is true decides. */
export function ConditionalRows({ column, path }: ConditionalRowsProps) {
  const edit = useEdit();
  const { id: columnId, fill, conditionalParams: rows = [] } = column;
  if (!isSampled(fill)) return rows.length === 0 ? null : <Unused column={column} path={path} />;

  function change(next: readonly ConditionalRow[], typing?: string) {
    edit(
      {
        kind: 'update-column',
        columnId,
        change: { conditionalParams: next.length === 0 ? undefined : next },
      },
      typing === undefined ? undefined : { coalesce: `${columnId}.when.${typing}` },
    );
  }

  return (
    <>
      {rows.map((row, index) => (
        <ConditionalRowEditor
          key={index}
          column={column}
          row={row}
          place={[...path, 'conditionalParams', index]}
          name={`Condition ${index + 1}`}
          onChange={(next, typing) =>
            change(rows.with(index, next), typing && `${index}.${typing}`)
          }
          onDelete={() => change(rows.toSpliced(index, 1))}
        />
      ))}
      {rows.length > 0 && (
        <Caption>
          The first condition that is true decides. Other rows use the parameters above.
        </Caption>
      )}
      <div>
        <Button
          tone="ghost"
          size="small"
          glyph={GitBranch}
          onClick={() => change([...rows, { when: '', fill }])}
        >
          {fill.kind === 'number' ? 'Other numbers for some rows' : 'Other values for some rows'}
        </Button>
      </div>
    </>
  );
}

/** Conditions that came with the document, on a column that draws nothing. */
function Unused({ column, path }: ConditionalRowsProps) {
  const edit = useEdit();
  const change = { conditionalParams: undefined };
  return (
    <Place path={[...path, 'conditionalParams']}>
      <Caption>Other values for some rows are for drawn columns. They are not used here.</Caption>
      <Button
        tone="ghost"
        size="small"
        glyph={Trash2}
        onClick={() => edit({ kind: 'update-column', columnId: column.id, change })}
      >
        Remove them
      </Button>
    </Place>
  );
}

interface ConditionalRowEditorProps {
  readonly column: Column;
  readonly row: ConditionalRow;
  readonly place: JsonPath;
  readonly name: string;
  readonly onChange: (row: ConditionalRow, typing?: string) => void;
  readonly onDelete: () => void;
}

function ConditionalRowEditor(props: ConditionalRowEditorProps) {
  const { column, row, place, name, onChange, onDelete } = props;
  const problem = useProblem([...place, 'when']);
  const setFill = (fill: Fill, typing?: string) => {
    if (isSampled(fill)) onChange({ ...row, fill }, typing);
  };
  return (
    <Row role="group" aria-label={name}>
      <div style={{ display: 'flex', gap: 4, alignItems: 'end' }}>
        <Place path={[...place, 'when']} style={{ flex: 1 }}>
          <TextField
            label="In rows where"
            mono
            placeholder="type == 'OLED'"
            value={row.when}
            onChange={(when) => onChange({ ...row, when }, 'when')}
            {...problem}
          />
        </Place>
        <IconButton
          label={`Delete ${name.toLowerCase()}`}
          glyph={Trash2}
          size="small"
          onClick={onDelete}
        />
      </div>
      <FillTarget value={setFill}>
        <FillEditor column={{ ...column, fill: row.fill }} path={[...place, 'fill']} />
      </FillTarget>
    </Row>
  );
}

function isSampled(fill: Fill): fill is SampledFill {
  return fillGroup(fill.kind) === 'sampled';
}
