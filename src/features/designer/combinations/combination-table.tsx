import { styled } from '@mui/material/styles';
import Trash2 from 'lucide-react/icons/trash-2';
import type { Combination } from '#core/design/combination.ts';
import { IconButton } from '#ui/actions/icon-button.tsx';
import { NumberField } from '#ui/fields/number-field.tsx';
import { QuietSelect } from '#ui/fields/quiet-select.tsx';
import { tokenVar } from '#ui/theme/tokens.ts';
import { FieldTable, FieldTableScroll } from '#features/designer/shared/field-table.ts';
import { Place } from '#features/designer/shared/place.tsx';
import type { Attribute } from './attributes.ts';

const Table = styled(FieldTable)({
  '& tbody td': { padding: '2px 8px 2px 0', borderTop: `1px solid ${tokenVar('grid')}` },
});

interface CombinationTableProps {
  readonly combinations: readonly Combination[];
  readonly attributes: readonly Attribute[];
  readonly onChange: (combinations: readonly Combination[], typing?: string) => void;
}

/** One line for each combination, one column for each attribute. */
export function CombinationTable({ combinations, attributes, onChange }: CombinationTableProps) {
  return (
    <FieldTableScroll>
      <Table aria-label="Combinations of values">
        <thead>
          <tr>
            <th scope="col">Share of rows</th>
            {attributes.map(({ columnId, name }) => (
              <th key={columnId} scope="col">
                {name}
              </th>
            ))}
            <td aria-hidden />
          </tr>
        </thead>
        <tbody>
          {combinations.map((combination, index) => (
            <tr key={index}>
              <td>
                <Place path={['combinations', index]}>
                  <NumberField
                    label={`Share of combination ${index + 1}`}
                    labelAt="hidden"
                    value={Number((combination.rate * 100).toPrecision(12))}
                    min={0}
                    max={100}
                    unit="%"
                    width={82}
                    onChange={(percent = 0) =>
                      onChange(
                        combinations.with(index, { ...combination, rate: percent / 100 }),
                        `rate.${index}`,
                      )
                    }
                  />
                </Place>
              </td>
              {attributes.map((attribute) => (
                <td key={attribute.columnId}>
                  <Place path={['combinations', index, 'values', attribute.columnId]}>
                    <ValueChoice
                      label={`${attribute.name} of combination ${index + 1}`}
                      attribute={attribute}
                      combination={combination}
                      onChange={(next) => onChange(combinations.with(index, next))}
                    />
                  </Place>
                </td>
              ))}
              <td>
                <IconButton
                  label={`Delete combination ${index + 1}`}
                  glyph={Trash2}
                  size="small"
                  onClick={() => onChange(combinations.toSpliced(index, 1))}
                />
              </td>
            </tr>
          ))}
        </tbody>
      </Table>
    </FieldTableScroll>
  );
}

interface ValueChoiceProps {
  readonly label: string;
  readonly attribute: Attribute;
  readonly combination: Combination;
  readonly onChange: (combination: Combination) => void;
}

const any = 'any';

/** A value of the table by its place, or any: then it is drawn as usual. */
function ValueChoice({ label, attribute, combination, onChange }: ValueChoiceProps) {
  const { columnId, values } = attribute;
  const place = values.findIndex(({ value }) => value === combination.values[columnId]);
  return (
    <QuietSelect
      label={label}
      value={place < 0 ? any : String(place)}
      options={[
        { value: any, label: 'any' },
        ...values.map(({ value }, at) => ({ value: String(at), label: String(value) })),
      ]}
      onChange={(chosen) => {
        const others = Object.fromEntries(
          Object.entries(combination.values).filter(([id]) => id !== columnId),
        );
        const value = values[Number(chosen)]?.value;
        onChange({
          ...combination,
          values: chosen === any || value === undefined ? others : { ...others, [columnId]: value },
        });
      }}
    />
  );
}
