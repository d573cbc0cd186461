import { styled } from '@mui/material/styles';
import type { JsonPath } from '#core/base/diagnostic.ts';
import { formatPath } from '#core/base/diagnostic.ts';
import type { ColumnType } from '#core/design/design.ts';
import type { CategoryValue } from '#core/design/fill.ts';
import { WeightBar } from '#ui/marks/weight-bar.tsx';
import { tokenVar } from '#ui/theme/tokens.ts';
import { CellInput } from './cell-input.ts';
import { readScalar } from './read-scalar.ts';
import { WeightInput } from './weight-input.tsx';

const Table = styled('table')({
  width: '100%',
  borderCollapse: 'collapse',
  '& th': {
    padding: '0 6px 2px 0',
    color: tokenVar('ink-3'),
    fontSize: '0.6875rem',
    lineHeight: 16 / 11,
    fontWeight: 500,
    textAlign: 'left',
    whiteSpace: 'nowrap',
  },
  '& th[data-number]': { textAlign: 'right', paddingRight: 0 },
  '& tbody td': { height: 25, padding: 0, borderTop: `1px solid ${tokenVar('grid')}` },
  '& tbody td[data-number]': { textAlign: 'right', fontVariantNumeric: 'tabular-nums' },
});
const Weight = styled('span')({ display: 'flex', alignItems: 'center', gap: 6, paddingRight: 12 });

export type TableByGroup = Readonly<Record<string, readonly CategoryValue[]>>;

/** Most values of the parent that stand side by side. */
const mostGroups = 3;

/** True when all groups list the same values, which then differ in their weights alone. */
export function isMatrix(groups: readonly string[], values: TableByGroup): boolean {
  const [first, ...rest] = groups.map((group) =>
    JSON.stringify((values[group] ?? []).map(({ weight: _, ...item }) => item)),
  );
  return (
    groups.length >= 2 &&
    groups.length <= mostGroups &&
    first !== '[]' &&
    rest.every((one) => one === first)
  );
}

interface WeightMatrixProps {
  readonly label: string;
  readonly groups: readonly string[];
  readonly values: TableByGroup;
  readonly type: ColumnType;
  /** Expected rows of each group, in their order; undefined where that is not known. */
  readonly rows: readonly (readonly number[])[] | undefined;
  readonly path: JsonPath;
  readonly onChange: (values: TableByGroup, typing: string) => void;
}

/** One line for each value, one column of weights for each value of the parent. */
export function WeightMatrix(props: WeightMatrixProps) {
  const { label, groups, values, type, rows, path, onChange } = props;
  const lines = values[groups[0] ?? ''] ?? [];
  const most = (group: string) =>
    Math.max(1e-9, ...(values[group] ?? []).map(({ weight }) => weight));
  const rename = (index: number, text: string) =>
    onChange(
      Object.fromEntries(
        groups.map((group) => [
          group,
          (values[group] ?? []).map((item, at) =>
            at === index ? { ...item, value: readScalar(text, type) } : item,
          ),
        ]),
      ),
      `${index}.value`,
    );
  const weigh = (group: string, index: number, weight: number) => {
    const table = values[group] ?? [];
    const item = table[index];
    if (item !== undefined)
      onChange({ [group]: table.with(index, { ...item, weight }) }, `${group}.${index}.weight`);
  };
  return (
    <Table aria-label={label}>
      <thead>
        <tr>
          <th scope="col">Value</th>
          {groups.map((group) => (
            <th key={group} scope="col">
              {group}
            </th>
          ))}
          {rows && (
            <th scope="col" data-number>
              Rows
            </th>
          )}
        </tr>
      </thead>
      <tbody>
        {lines.map((item, index) => (
          <tr key={index}>
            <td>
              <CellInput
                aria-label={`Value ${index + 1}`}
                title={item.description ?? String(item.value)}
                style={{ fontWeight: 500 }}
                value={String(item.value)}
                onChange={({ target }) => rename(index, target.value)}
              />
            </td>
            {groups.map((group) => (
              <td key={group}>
                <Weight>
                  <WeightInput
                    aria-label={`Weight of ${String(item.value)} where ${group}`}
                    data-path={formatPath([...path, group, index, 'weight'])}
                    value={values[group]?.[index]?.weight ?? 0}
                    onValue={(weight) => weigh(group, index, weight)}
                  />
                  <WeightBar
                    fraction={(values[group]?.[index]?.weight ?? 0) / most(group)}
                    width={42}
                  />
                </Weight>
              </td>
            ))}
            {rows && (
              <td data-number>
                {rows.reduce((sum, counts) => sum + (counts[index] ?? 0), 0).toLocaleString('en')}
              </td>
            )}
          </tr>
        ))}
      </tbody>
    </Table>
  );
}
