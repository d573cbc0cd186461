import { styled } from '@mui/material/styles';
import Plus from 'lucide-react/icons/plus';
import { useRef, useState } from 'react';
import { formatPath, type JsonPath } from '#core/base/diagnostic.ts';
import type { ColumnType } from '#core/design/design.ts';
import type { CategoryValue } from '#core/design/fill.ts';
import { Button } from '#ui/actions/button.tsx';
import { tokenVar } from '#ui/theme/tokens.ts';
import { Line, Quiet, Spacer } from '#features/designer/shared/layout.ts';
import { useProblem } from '#features/designer/shared/use-problem.ts';
import { AttributeRow } from './attribute-row.tsx';
import { expectedRows } from './expected-rows.ts';
import { totalWords } from './total-words.ts';
import { PasteList } from './paste-list.tsx';

const Table = styled('table')({
  width: '100%',
  borderCollapse: 'collapse',
  tableLayout: 'fixed',
  '& th': {
    padding: '0 6px 2px 0',
    color: tokenVar('ink-3'),
    fontSize: '0.6875rem',
    lineHeight: 16 / 11,
    fontWeight: 500,
    textAlign: 'left',
  },
  '& th[data-number]': { textAlign: 'right', paddingRight: 0 },
  '& tbody tr + tr td': { borderTop: `1px solid ${tokenVar('grid')}` },
  '& tbody tr:first-of-type td': { borderTop: `1px solid ${tokenVar('line')}` },
  '& td': { height: 25, padding: 0, verticalAlign: 'middle' },
});

/** Deleting lies over the row, except where nothing can hover. */
const DeleteColumn = styled('col')({ width: 0, '@media (pointer: coarse)': { width: 40 } });

const Problem = styled('p')({ margin: 0, color: tokenVar('red'), fontSize: '0.75rem' });

export interface AttributeTableProps {
  /** Name of the table, such as "Values of brand". */
  readonly label: string;
  readonly values: readonly CategoryValue[];
  readonly type: ColumnType;
  /** Rows the table is drawn for; undefined where that is not known. */
  readonly rowCount: number | undefined;
  readonly path: JsonPath;
  /** `typing` names the cell while text is typed into it. */
  readonly onChange: (values: readonly CategoryValue[], typing?: string) => void;
}

/** The attribute table: always editable, drawn as a plain table until a cell has the focus. */
export function AttributeTable(props: AttributeTableProps) {
  const { label, values, type, rowCount, path, onChange } = props;
  const [isPasting, setPasting] = useState(false);
  const body = useRef<HTMLTableSectionElement>(null);
  const { error } = useProblem(path);
  const weights = values.map(({ weight }) => weight);
  const most = Math.max(0, ...weights);
  const expected = rowCount === undefined ? undefined : expectedRows(weights, rowCount);
  const hasLabels = values.some(({ label: text }) => text !== undefined);
  // What is wrong with an empty table is mended by its first value.
  const isEmpty = values.length === 0;

  function add() {
    const last = values.at(-1)?.weight;
    onChange([...values, { value: '', weight: last === undefined || last <= 0 ? 1 : last }]);
    focusSoon(body, 'value', values.length);
  }

  function remove(index: number) {
    onChange(values.toSpliced(index, 1));
    focusSoon(body, 'value', Math.min(index, values.length - 2));
  }

  return (
    <>
      <Table aria-label={label} data-path={isEmpty ? undefined : formatPath(path)}>
        <Columns hasLabels={hasLabels} hasRows={expected !== undefined} />
        <tbody ref={body}>
          {values.map((item, index) => (
            <AttributeRow
              key={index}
              item={item}
              index={index}
              type={type}
              path={[...path, index]}
              hasLabels={hasLabels}
              fraction={most > 0 ? item.weight / most : 0}
              expected={expected?.[index]}
              onChange={(next, cell) => onChange(values.with(index, next), `${index}.${cell}`)}
              onEnter={(cell) => {
                if (index === values.length - 1) add();
                else focusCell(body.current, cell, index + 1);
              }}
              onDelete={() => remove(index)}
            />
          ))}
        </tbody>
      </Table>
      {error !== undefined && <Problem>{error}</Problem>}
      <Line
        style={{ margin: '-4px 0 0 -8px', gap: 0 }}
        data-path={isEmpty ? formatPath(path) : undefined}
      >
        <Button tone="ghost" size="small" glyph={Plus} onClick={add}>
          Add value
        </Button>
        <Button tone="ghost" size="small" onClick={() => setPasting(!isPasting)}>
          Paste list
        </Button>
        {!hasLabels && !isEmpty && (
          <Button
            tone="ghost"
            size="small"
            onClick={() => onChange(values.map((item) => ({ ...item, label: '' })))}
          >
            Labels
          </Button>
        )}
        <Spacer />
        <Total weights={weights} />
      </Line>
      {isPasting && (
        <PasteList
          existing={values}
          asNumbers={type === 'integer' || type === 'decimal'}
          onPaste={(pasted) => onChange([...values, ...pasted])}
          onClose={() => setPasting(false)}
        />
      )}
    </>
  );
}

function Columns({
  hasLabels,
  hasRows,
}: {
  readonly hasLabels: boolean;
  readonly hasRows: boolean;
}) {
  return (
    <>
      <colgroup>
        <col style={{ width: '20%' }} />
        {hasLabels && <col style={{ width: '20%' }} />}
        <col />
        <col style={{ width: 86 }} />
        {hasRows && <col style={{ width: 34 }} />}
        <DeleteColumn />
      </colgroup>
      <thead>
        <tr>
          <th scope="col">Value</th>
          {hasLabels && <th scope="col">Label</th>}
          <th scope="col">Description</th>
          <th scope="col">Weight</th>
          {hasRows && (
            <th scope="col" data-number>
              Rows
            </th>
          )}
          <td aria-hidden />
        </tr>
      </thead>
    </>
  );
}

/** Amber when nothing can be drawn from the weights. Weights that look like rates also say what is left to 1. */
function Total({ weights }: { readonly weights: readonly number[] }) {
  const total = weights.reduce((sum, weight) => sum + Math.max(0, weight), 0);
  const isUsable = total > 0;
  return (
    <Quiet style={isUsable ? {} : { color: tokenVar('amber'), fontWeight: 500 }} role="status">
      {isUsable ? totalWords(total) : 'total 0, nothing can be drawn'}
    </Quiet>
  );
}

function focusCell(body: HTMLElement | null, cell: string, index: number): void {
  const field = body?.querySelectorAll<HTMLInputElement>(`input[data-cell="${cell}"]`)[index];
  field?.focus();
  field?.select();
}

/** After the table has been drawn again. */
function focusSoon(
  body: { readonly current: HTMLElement | null },
  cell: string,
  index: number,
): void {
  requestAnimationFrame(() => focusCell(body.current, cell, index));
}
