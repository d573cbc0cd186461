import Plus from 'lucide-react/icons/plus';
import { useState } from 'react';
import { formatPath, type JsonPath } from '#core/base/diagnostic.ts';
import { groupValues } from '#core/design/column-facts.ts';
import type { Column } from '#core/design/design.ts';
import type { FillOf } from '#core/design/fill.ts';
import { useDesign, useView } from '#state/react.tsx';
import { Button } from '#ui/actions/button.tsx';
import { SegmentedControl } from '#ui/actions/segmented-control.tsx';
import { QuietSelect } from '#ui/fields/quiet-select.tsx';
import { Caption, Line, Quiet } from '#features/designer/shared/layout.ts';
import { isRevealedIn } from '#features/designer/shared/problems-at.ts';
import { AttributeTable } from './attribute-table.tsx';
import { expectedRows } from './expected-rows.ts';
import type { FillEditorProps } from './fill-editor-props.ts';
import { useSetFill } from './use-set-fill.ts';
import { isMatrix, WeightMatrix, type TableByGroup } from './weight-matrix.tsx';

const longestTabs = 34;

/** One attribute table for each value of the parent; the tabs choose which one is shown. */
export function SubcategoryEditor({ column, fill, path }: FillEditorProps<'subcategory'>) {
  const setFill = useSetFill(column.id);
  const parent = useDesign((state) => state.design.columns.find(({ id }) => id === fill.category));
  const rows = useDesign((state) => state.design.rows);
  const [chosen, setChosen] = useState('');
  const [isApart, setApart] = useState(false);
  const groups = [...new Set([...groupValues(parent).map(String), ...Object.keys(fill.values)])];
  const revealed = useRevealedGroup(groups, path);
  const first = revealed ?? firstGroup(groups, fill.values);
  const group = groups.includes(chosen) ? chosen : first;
  if (group === undefined)
    return <Caption>Choose a category above; each of its values gets a table of its own.</Caption>;
  const options = groups.map((value) => ({ value, label: value }));
  const name = parent?.name ?? fill.category;
  if (isMatrix(groups, fill.values) && revealed === undefined && !isApart)
    return (
      <SideBySide
        {...{ column, fill, path, groups, parent }}
        onApart={() => {
          setApart(true);
        }}
      />
    );
  const isShort = groups.length <= 4 && groups.join('  ').length <= longestTabs;
  return (
    <>
      <Line data-path={formatPath([...path, 'values'])}>
        <Quiet>{`where ${name} is`}</Quiet>
        {isShort ? (
          <SegmentedControl
            label={`Value of ${name}`}
            value={group}
            options={options}
            onChange={setChosen}
          />
        ) : (
          <QuietSelect
            label={`Value of ${name}`}
            value={group}
            options={options}
            onChange={setChosen}
          />
        )}
      </Line>
      <AttributeTable
        key={group}
        label={`Values of ${column.name} where ${name} is ${group}`}
        values={fill.values[group] ?? []}
        type={column.type}
        rowCount={rowsOfGroup(parent, group, rows)}
        path={[...path, 'values', group]}
        onChange={(values, typing) =>
          setFill(
            { ...fill, values: { ...fill.values, [group]: values } },
            typing === undefined ? undefined : `${group}.${typing}`,
          )
        }
      />
    </>
  );
}

/** The group in whose table a place is that asked to be shown. */
function useRevealedGroup(groups: readonly string[], path: JsonPath): string | undefined {
  return useView(({ revealed }) =>
    groups.find((group) => isRevealedIn(revealed?.path ?? '', [...path, 'values', group])),
  );
}

/** A table that is missing is what is wrong, and so it is shown first. */
function firstGroup(groups: readonly string[], values: TableByGroup): string | undefined {
  return groups.find((group) => values[group] === undefined) ?? groups[0];
}

interface SideBySideProps extends FillEditorProps<'subcategory'> {
  readonly groups: readonly string[];
  readonly parent: Column | undefined;
  readonly onApart: () => void;
}

/** Groups with the same values: one line for each, with a weight for each group. */
function SideBySide({ column, fill, path, groups, parent, onApart }: SideBySideProps) {
  const setFill = useSetFill(column.id);
  const rows = useDesign((state) => state.design.rows);
  const name = parent?.name ?? fill.category;
  return (
    <>
      <WeightMatrix
        label={`Values of ${column.name} by ${name}`}
        groups={groups}
        values={fill.values}
        type={column.type}
        rows={rowsByGroup(parent, { groups, fill, rows })}
        path={[...path, 'values']}
        onChange={(values, typing) =>
          setFill({ ...fill, values: { ...fill.values, ...values } }, typing)
        }
      />
      <Line style={{ margin: '-4px 0 0 -8px', gap: 0 }}>
        <Button
          tone="ghost"
          size="small"
          glyph={Plus}
          onClick={() => setFill({ ...fill, values: withValue(groups, fill.values) })}
        >
          Add value
        </Button>
        <Button tone="ghost" size="small" onClick={onApart}>
          {`One table for each ${name}`}
        </Button>
      </Line>
    </>
  );
}

/** One more value to be named, in every group. */
function withValue(groups: readonly string[], values: TableByGroup): TableByGroup {
  return Object.fromEntries(
    groups.map((group) => [group, [...(values[group] ?? []), { value: '', weight: 1 }]]),
  );
}

/** Expected rows with this value of the parent; undefined where the parent's shares are not known. */
function rowsOfGroup(parent: Column | undefined, group: string, rows: number): number | undefined {
  if (parent?.fill.kind !== 'category') return undefined;
  const { values } = parent.fill;
  const counts = expectedRows(
    values.map(({ weight }) => weight),
    rows,
  );
  return counts[values.findIndex(({ value }) => String(value) === group)];
}

/** Expected rows of each value in each group; undefined where the shares of the parent are not known. */
function rowsByGroup(
  parent: Column | undefined,
  {
    groups,
    fill,
    rows,
  }: {
    readonly groups: readonly string[];
    readonly fill: FillOf<'subcategory'>;
    readonly rows: number;
  },
): readonly (readonly number[])[] | undefined {
  const counts = groups.flatMap((group) => {
    const total = rowsOfGroup(parent, group, rows);
    if (total === undefined) return [];
    return [
      expectedRows(
        (fill.values[group] ?? []).map(({ weight }) => weight),
        total,
      ),
    ];
  });
  return counts.length === groups.length ? counts : undefined;
}
