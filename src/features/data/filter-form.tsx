import { styled } from '@mui/material/styles';
import { useState } from 'react';
import type { ColumnProfile } from '#core/analysis/column-profile.ts';
import type { JsonValue } from '#core/base/json.ts';
import type { Column } from '#core/design/design.ts';
import type { CellState } from '#core/rows/cell.ts';
import type { RowFilter } from '#core/rows/row-query.ts';
import { Button } from '#ui/actions/button.tsx';
import { CheckboxField } from '#ui/fields/checkbox-field.tsx';
import { NumberField } from '#ui/fields/number-field.tsx';
import { SelectField } from '#ui/fields/select-field.tsx';
import { TextField } from '#ui/fields/text-field.tsx';
import { useDataset, useDesign, useView } from '#state/react.tsx';

const Form = styled('form')({ display: 'grid', gap: 10, width: 292, padding: 14 });
const Row = styled('div')({ display: 'flex', flexWrap: 'wrap', gap: '4px 10px' });
const Values = styled('div')({ display: 'grid', gap: 4, maxHeight: 220, overflow: 'auto' });

const states: readonly { readonly label: string; readonly state: CellState }[] = [
  { label: 'Failed', state: 'failed' },
  { label: 'Edited', state: 'edited' },
  { label: 'Locked', state: 'locked' },
  { label: 'Out of date', state: 'outdated' },
];

interface FilterFormProps {
  /** The column it begins with; empty for the first. */
  readonly columnId: string;
  readonly onDone: () => void;
}

/** One more condition for the rows shown. */
export function FilterForm({ columnId, onDone }: FilterFormProps) {
  const all = useDesign((state) => state.design.columns);
  const columns = all.filter(({ drop }) => !drop);
  const query = useView((view) => view.query);
  const { set } = useView((view) => view.actions);
  const [chosen, setChosen] = useState(columnId);
  const [filter, setFilter] = useState<RowFilter>();
  const column = columns.find(({ id }) => id === chosen) ?? columns[0];

  function add(added: RowFilter | undefined) {
    if (added !== undefined) set({ query: { ...query, filters: [...query.filters, added] } });
    onDone();
  }

  return (
    <Form
      onSubmit={(event) => {
        event.preventDefault();
        add(filter);
      }}
    >
      <Row style={{ columnGap: 6 }}>
        {states.map(({ label, state }) => (
          <Button key={state} size="small" onClick={() => add({ kind: 'state', states: [state] })}>
            {label}
          </Button>
        ))}
      </Row>
      <SelectField
        label="Column"
        value={column?.id ?? ''}
        options={columns.map(({ id, name }) => ({ value: id, label: name }))}
        onChange={(id) => {
          setChosen(id);
          setFilter(undefined);
        }}
      />
      {column !== undefined && (
        <Condition key={column.id} column={column} filter={filter} onChange={setFilter} />
      )}
      <Row style={{ justifyContent: 'flex-end' }}>
        <Button type="submit" tone="ink" disabled={filter === undefined}>
          Show these rows
        </Button>
      </Row>
    </Form>
  );
}

interface ConditionProps {
  readonly column: Column;
  readonly filter: RowFilter | undefined;
  readonly onChange: (filter: RowFilter | undefined) => void;
}

const mostValues = 10;

function Condition(props: ConditionProps) {
  const { column, filter, onChange } = props;
  const profile = useDataset((state) => state.summary?.profiles[column.id]);
  if (column.type === 'integer' || column.type === 'decimal') return <RangeCondition {...props} />;
  if (profile !== undefined && profile.count > 0 && profile.distinctCount <= mostValues)
    return <ValueCondition {...props} profile={profile} />;
  return (
    <TextField
      label="Contains"
      value={filter?.kind === 'contains' ? filter.text : ''}
      onChange={(text) =>
        onChange(text.trim() === '' ? undefined : { kind: 'contains', columnId: column.id, text })
      }
    />
  );
}

function RangeCondition({ column, filter, onChange }: ConditionProps) {
  const range = filter?.kind === 'range' ? filter : undefined;
  const columnId = column.id;
  return (
    <Row>
      <NumberField
        label="Low"
        width={120}
        value={range?.low}
        onChange={(low) => onChange({ kind: 'range', columnId, high: range?.high, low })}
      />
      <NumberField
        label="High"
        width={120}
        value={range?.high}
        onChange={(high) => onChange({ kind: 'range', columnId, low: range?.low, high })}
      />
    </Row>
  );
}

interface ValueConditionProps extends ConditionProps {
  readonly profile: ColumnProfile;
}

function ValueCondition({ column, filter, onChange, profile }: ValueConditionProps) {
  const values = filter?.kind === 'one-of' ? filter.values : [];
  const choose = (value: JsonValue, isChosen: boolean): void => {
    const next = isChosen ? [...values, value] : values.filter((other) => other !== value);
    onChange(next.length === 0 ? undefined : { kind: 'one-of', columnId: column.id, values: next });
  };
  return (
    <Values>
      {profile.top.map(({ value, count }) => (
        <CheckboxField
          key={JSON.stringify(value)}
          label={typeof value === 'string' ? value : JSON.stringify(value)}
          secondary={count.toLocaleString('en')}
          checked={values.includes(value)}
          onChange={(isChosen) => choose(value, isChosen)}
        />
      ))}
    </Values>
  );
}
