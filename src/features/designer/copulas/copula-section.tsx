import Plus from 'lucide-react/icons/plus';
import Trash2 from 'lucide-react/icons/trash-2';
import { formatPath } from '#core/base/diagnostic.ts';
import type { Copula } from '#core/design/copula.ts';
import { uniqueName } from '#core/design/column-names.ts';
import type { Column } from '#core/design/design.ts';
import { useDesign } from '#state/react.tsx';
import { Button } from '#ui/actions/button.tsx';
import { IconButton } from '#ui/actions/icon-button.tsx';
import { CheckboxChip } from '#ui/fields/checkbox-chip.tsx';
import { Card } from '#ui/layout/card.tsx';
import { SectionHead } from '#ui/layout/section-head.tsx';
import { Caption, EditorBody, Line, Spacer } from '#features/designer/shared/layout.ts';
import { Place } from '#features/designer/shared/place.tsx';
import { useEdit } from '#features/designer/shared/use-edit.ts';
import { useProblem } from '#features/designer/shared/use-problem.ts';
import { MatrixTable } from './matrix-table.tsx';
import { withColumn, withoutColumn } from './change-copula.ts';

/** Correlated numbers: which sampled numbers go along with each other, and how closely. Absent until there are two. */
export function CopulaSection() {
  const edit = useEdit();
  const copulas = useDesign(({ design }) => design.copulas);
  const columns = useDesign(({ design }) => design.columns);
  const numbers = columns.filter(({ fill }) => fill.kind === 'number');
  const free = numbers.filter(({ id }) => !copulas.some((copula) => copula.columns.includes(id)));
  if (copulas.length === 0 && numbers.length < 2) return null;
  const change = (value: readonly Copula[], typing?: string) =>
    edit(
      { kind: 'set-field', field: 'copulas', value },
      typing === undefined ? undefined : { coalesce: typing },
    );

  function add() {
    const id = uniqueName('correlation', new Set(copulas.map((copula) => copula.id)));
    const [first, second] = free.map((column) => column.id);
    if (first === undefined || second === undefined) return;
    const matrix = [
      [1, 0.5],
      [0.5, 1],
    ];
    change([...copulas, { id, columns: [first, second], matrix }]);
  }

  return (
    <section aria-label="Correlated numbers">
      <SectionHead
        title="Correlated numbers"
        count={copulas.length}
        actions={
          free.length >= 2 && (
            <Button tone="ghost" size="small" glyph={Plus} onClick={add}>
              Add correlation
            </Button>
          )
        }
      />
      {copulas.map((copula, index) => (
        <CopulaEditor
          key={copula.id}
          copula={copula}
          index={index}
          columns={columns}
          free={free}
          onChange={(next, typing) => change(copulas.with(index, next), typing)}
          onDelete={() => change(copulas.toSpliced(index, 1))}
        />
      ))}
    </section>
  );
}

interface CopulaEditorProps {
  readonly copula: Copula;
  readonly index: number;
  /** All of the design. */
  readonly columns: readonly Column[];
  /** Numbers that no correlation holds yet. */
  readonly free: readonly Column[];
  readonly onChange: (copula: Copula, typing?: string) => void;
  readonly onDelete: () => void;
}

function CopulaEditor({ copula, index, columns, free, onChange, onDelete }: CopulaEditorProps) {
  const path = ['copulas', index];
  const { error, hint } = useProblem(path);
  const offered = columns.filter(
    (column) => copula.columns.includes(column.id) || free.includes(column),
  );
  return (
    <Card style={{ marginBottom: 6 }}>
      <EditorBody data-path={formatPath(path)} style={{ padding: '8px 10px' }}>
        <Line>
          {offered.map(({ id, name }) => (
            <Place key={id} path={[...path, 'columns', placeOf(copula, id)]}>
              <CheckboxChip
                label={name}
                checked={copula.columns.includes(id)}
                onChange={(isIn) =>
                  onChange(isIn ? withColumn(copula, id) : withoutColumn(copula, id))
                }
              />
            </Place>
          ))}
          <Spacer />
          <IconButton label="Delete correlation" glyph={Trash2} size="small" onClick={onDelete} />
        </Line>
        <Place path={[...path, 'matrix']}>
          <MatrixTable copula={copula} columns={columns} onChange={onChange} />
        </Place>
        <Caption role="status">
          {error ??
            hint ??
            'Each number keeps its own law; together they follow these correlations.'}
        </Caption>
      </EditorBody>
    </Card>
  );
}

/** One that is not in the correlation would come last. */
function placeOf({ columns }: Copula, id: string): number {
  const index = columns.indexOf(id);
  return index < 0 ? columns.length : index;
}
