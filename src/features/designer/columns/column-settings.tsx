import { styled } from '@mui/material/styles';
import type { JsonPath } from '#core/base/diagnostic.ts';
import type { Column } from '#core/design/design.ts';
import { referencesTo } from '#core/design/references.ts';
import { useDesign } from '#state/react.tsx';
import { NumberField } from '#ui/fields/number-field.tsx';
import { SwitchField } from '#ui/fields/switch-field.tsx';
import { TextField } from '#ui/fields/text-field.tsx';
import { tokenVar } from '#ui/theme/tokens.ts';
import { Caption, Line } from '#features/designer/shared/layout.ts';
import { Place } from '#features/designer/shared/place.tsx';
import { useEdit } from '#features/designer/shared/use-edit.ts';
import { useProblem } from '#features/designer/shared/use-problem.ts';

const Block = styled('div')({
  display: 'flex',
  flexDirection: 'column',
  gap: 8,
  marginTop: 2,
  paddingTop: 10,
  borderTop: `1px solid ${tokenVar('line')}`,
});

interface ColumnSettingsProps {
  readonly column: Column;
  readonly path: JsonPath;
}

/** What is seldom changed: rows without a value, exports, and who reads the column. */
export function ColumnSettings({ column, path }: ColumnSettingsProps) {
  const edit = useEdit();
  const { id: columnId, nullRate, drop, skip, convertTo } = column;
  const nullProblem = useProblem([...path, 'nullRate']);
  const skipProblem = useProblem([...path, 'skip']);
  const convertProblem = useProblem([...path, 'convertTo']);
  return (
    <Block>
      <Line style={{ gap: 16 }}>
        <Place path={[...path, 'nullRate']}>
          <NumberField
            label="Empty"
            labelAt="left"
            value={percentOf(nullRate)}
            min={0}
            max={100}
            unit="%"
            width={118}
            onChange={(percent = 0) =>
              edit(
                { kind: 'update-column', columnId, change: { nullRate: percent / 100 } },
                { coalesce: `${columnId}.nullRate` },
              )
            }
            {...nullProblem}
          />
        </Place>
        <Place path={[...path, 'drop']}>
          <SwitchField
            label="Export this column"
            checked={!drop}
            onChange={(isExported) =>
              edit({ kind: 'update-column', columnId, change: { drop: !isExported } })
            }
          />
        </Place>
      </Line>
      <Place path={[...path, 'skip']}>
        <TextField
          label="Leave empty in rows where"
          placeholder="an expression, such as size < 33"
          mono
          value={skip ?? ''}
          onChange={(text) =>
            edit(
              { kind: 'update-column', columnId, change: { skip: text === '' ? undefined : text } },
              { coalesce: `${columnId}.skip` },
            )
          }
          {...skipProblem}
        />
      </Place>
      <Place path={[...path, 'convertTo']}>
        <TextField
          label="Convert to"
          placeholder="int, float, str, or a date format such as %d %B %Y"
          mono
          value={convertTo ?? ''}
          onChange={(text) =>
            edit(
              {
                kind: 'update-column',
                columnId,
                change: { convertTo: text === '' ? undefined : text },
              },
              { coalesce: `${columnId}.convertTo` },
            )
          }
          {...convertProblem}
        />
      </Place>
      <UsedBy columnId={columnId} />
    </Block>
  );
}

function UsedBy({ columnId }: { readonly columnId: string }) {
  const readers = useDesign(({ design }) => [
    ...new Set(
      referencesTo(design, columnId)
        .filter(({ from }) => from.kind !== 'output' && from.id !== columnId)
        .map(({ from }) => (from.kind === 'constraint' ? `the rule “${from.label}”` : from.label)),
    ),
  ]);
  if (readers.length === 0) return null;
  return <Caption>{`Used by ${readers.join(', ')}. Renaming it renames it there.`}</Caption>;
}

/** A rate as a percentage without floating-point dust. */
function percentOf(rate: number): number {
  return Number((rate * 100).toPrecision(12));
}
