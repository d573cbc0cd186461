import { styled } from '@mui/material/styles';
import X from 'lucide-react/icons/x';
import type { KeyboardEvent } from 'react';
import { formatPath, type JsonPath } from '#core/base/diagnostic.ts';
import type { ColumnType } from '#core/design/design.ts';
import type { CategoryValue } from '#core/design/fill.ts';
import { IconButton } from '#ui/actions/icon-button.tsx';
import { WeightBar } from '#ui/marks/weight-bar.tsx';
import { tokenVar } from '#ui/theme/tokens.ts';
import { withoutUndefined } from '#features/designer/shared/without-undefined.ts';
import { CellInput } from './cell-input.ts';
import { readScalar } from './read-scalar.ts';
import { WeightInput } from './weight-input.tsx';

const Row = styled('tr')({
  '& > [data-delete]': { position: 'relative' },
  '& > [data-delete] > *': {
    position: 'absolute',
    top: 0,
    right: -2,
    opacity: 0,
    borderRadius: 5,
    backgroundColor: tokenVar('hover'),
  },
  '&:hover > [data-delete] > *, & > [data-delete]:focus-within > *': { opacity: 1 },
  '@media (pointer: coarse)': { '& > [data-delete] > *': { opacity: 1, background: 'none' } },
});

const Weight = styled('span')({ display: 'flex', alignItems: 'center', gap: 6 });

export type AttributeCell = 'value' | 'label' | 'description' | 'weight';

interface AttributeRowProps {
  readonly item: CategoryValue;
  readonly index: number;
  readonly type: ColumnType;
  readonly path: JsonPath;
  readonly hasLabels: boolean;
  /** The weight as a part of the largest one. */
  readonly fraction: number;
  readonly expected: number | undefined;
  readonly onChange: (item: CategoryValue, cell: AttributeCell) => void;
  readonly onEnter: (cell: AttributeCell) => void;
  readonly onDelete: () => void;
}

export function AttributeRow(props: AttributeRowProps) {
  const { item, index, type, path, hasLabels, fraction, expected, onChange, onEnter } = props;
  const name = String(item.value) === '' ? `row ${index + 1}` : String(item.value);
  const cell = (key: AttributeCell) => ({
    'data-cell': key,
    'data-path': formatPath([...path, key]),
    onKeyDown: (event: KeyboardEvent) => {
      if (event.key !== 'Enter') return;
      event.preventDefault();
      onEnter(key);
    },
  });
  const text = (key: 'label' | 'description', label: string) => (
    <CellInput
      {...cell(key)}
      aria-label={`${label} of ${name}`}
      title={item[key]}
      value={item[key] ?? ''}
      onChange={({ target }) => onChange(withText(item, key, target.value), key)}
    />
  );
  return (
    <Row>
      <td>
        <CellInput
          {...cell('value')}
          aria-label={`Value ${index + 1}`}
          title={String(item.value)}
          style={{ fontWeight: 500 }}
          value={String(item.value)}
          onChange={({ target }) =>
            onChange({ ...item, value: readScalar(target.value, type) }, 'value')
          }
        />
      </td>
      {hasLabels && <td>{text('label', 'Label')}</td>}
      <td>{text('description', 'Description')}</td>
      <td>
        <Weight>
          <WeightInput
            {...cell('weight')}
            aria-label={`Weight of ${name}`}
            value={item.weight}
            onValue={(weight) => onChange({ ...item, weight }, 'weight')}
          />
          <WeightBar fraction={fraction} width={42} />
        </Weight>
      </td>
      {expected !== undefined && <RowsCell count={expected} />}
      <td data-delete>
        <IconButton label={`Delete ${name}`} glyph={X} size="small" onClick={props.onDelete} />
      </td>
    </Row>
  );
}

function RowsCell({ count }: { readonly count: number }) {
  return (
    <td style={{ textAlign: 'right', fontVariantNumeric: 'tabular-nums' }}>
      {count.toLocaleString('en')}
    </td>
  );
}

/** An emptied description has no key; an emptied label keeps it, so that its column stays. */
function withText(item: CategoryValue, key: 'label' | 'description', text: string): CategoryValue {
  return withoutUndefined({
    ...item,
    [key]: text === '' && key === 'description' ? undefined : text,
  });
}
