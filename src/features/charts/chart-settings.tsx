import { styled } from '@mui/material/styles';
import { useState } from 'react';
import { formatPath, type JsonPath } from '#core/base/diagnostic.ts';
import type { Chart } from '#core/design/chart.ts';
import { isDateColumn, isGroupColumn } from '#core/design/create-chart.ts';
import type { Column } from '#core/design/design.ts';
import { useDesign } from '#state/react.tsx';
import { Button } from '#ui/actions/button.tsx';
import { SelectField } from '#ui/fields/select-field.tsx';
import { TextField } from '#ui/fields/text-field.tsx';

const Row = styled('div')({
  display: 'flex',
  flexWrap: 'wrap',
  alignItems: 'flex-end',
  gap: 8,
  marginBottom: 12,
});

interface ChartSettingsProps {
  readonly chart: Chart;
  readonly onChange: (chart: Chart) => void;
  readonly onClose: () => void;
}

/** The columns of a chart and its title. Edits apply as they are made; there is no save. */
export function ChartSettings({ chart, onChange, onClose }: ChartSettingsProps) {
  const [title, setTitle] = useState(chart.title ?? '');
  return (
    <Row role="group" aria-label="Chart settings">
      {fieldsOf(chart).map((field) => (
        <ColumnSelect key={field.key} chart={chart} field={field} onChange={onChange} />
      ))}
      <TextField
        label="Title"
        size="small"
        width={220}
        value={title}
        placeholder="what was measured"
        onChange={setTitle}
        onBlur={() => {
          if (title !== (chart.title ?? '')) onChange({ ...chart, title });
        }}
      />
      <Button size="small" tone="ghost" onClick={onClose}>
        Done
      </Button>
    </Row>
  );
}

interface Field {
  readonly key: string;
  readonly label: string;
  readonly fits: (column: Column) => boolean;
  /** What “no column” is called; the column is needed when absent. */
  readonly none?: string;
}

function isNumber({ type, fill }: Column): boolean {
  return type === 'integer' || type === 'decimal' || fill.kind === 'number';
}

function fieldsOf(chart: Chart): readonly Field[] {
  const group: Field = { key: 'by', label: 'By', fits: isGroupColumn, none: 'no groups' };
  switch (chart.kind) {
    case 'scatter':
      return [
        { key: 'x', label: 'Across', fits: isNumber },
        { key: 'y', label: 'Up', fits: isNumber },
        group,
      ];
    case 'histogram':
      return [{ key: 'column', label: 'Column', fits: isNumber }];
    case 'box':
      return [
        { key: 'y', label: 'Number', fits: isNumber },
        { key: 'by', label: 'By', fits: isGroupColumn },
      ];
    case 'series':
      return [
        { key: 'x', label: 'Date', fits: isDateColumn },
        { key: 'y', label: 'Mean of', fits: isNumber, none: 'count of rows' },
        group,
      ];
    case 'coverage':
      return [
        { key: 'y', label: 'Down', fits: isGroupColumn },
        { key: 'x', label: 'Across', fits: isGroupColumn },
      ];
    case 'shares':
      return chart.columns.map((_, index) => ({
        key: `columns.${index}`,
        label: `Column ${index + 1}`,
        fits: isGroupColumn,
      }));
    default:
      return [];
  }
}

/** No column has this id. */
const noColumn = '(none)';

interface ColumnSelectProps {
  readonly chart: Chart;
  readonly field: Field;
  readonly onChange: (chart: Chart) => void;
}

function ColumnSelect({ chart, field, onChange }: ColumnSelectProps) {
  const columns = useDesign((state) => state.design.columns);
  const index = useDesign(({ design }) => design.charts.findIndex(({ id }) => id === chart.id));
  const value = valueAt(chart, field.key);
  const fitting = columns.filter((column) => column.id === value || field.fits(column));
  return (
    <div data-path={formatPath(['charts', index, ...placeIn(field.key)])}>
      <SelectField
        label={field.label}
        size="small"
        width={130}
        value={value ?? noColumn}
        options={[
          ...(field.none === undefined ? [] : [{ value: noColumn, label: field.none }]),
          ...fitting.map(({ id, name }) => ({ value: id, label: name })),
        ]}
        onChange={(id) => onChange(withColumn(chart, field.key, id === noColumn ? undefined : id))}
      />
    </div>
  );
}

/** `columns.1` is the second of its columns. */
function placeIn(key: string): JsonPath {
  return key.split('.').map((part) => (/^\d+$/.test(part) ? Number(part) : part));
}

function valueAt(chart: Chart, key: string): string | undefined {
  const index = /^columns\.(\d+)$/.exec(key)?.[1];
  if (index !== undefined && chart.kind === 'shares') return chart.columns[Number(index)];
  return (chart as Readonly<Record<string, unknown>>)[key] as string | undefined;
}

function withColumn(chart: Chart, key: string, id: string | undefined): Chart {
  const index = /^columns\.(\d+)$/.exec(key)?.[1];
  if (index !== undefined && chart.kind === 'shares')
    return {
      ...chart,
      columns: chart.columns.map((old, at) => (at === Number(index) ? (id ?? old) : old)),
    };
  const entries = Object.entries({ ...chart, [key]: id }).filter(
    ([, value]) => value !== undefined,
  );
  return Object.fromEntries(entries) as Chart;
}
