import { styled } from '@mui/material/styles';
import { NumberField } from '#ui/fields/number-field.tsx';
import { tokenVar } from '#ui/theme/tokens.ts';
import { useListPrice } from '#state/react.tsx';
import type { ModelFormState } from './use-model-form.ts';

const Prices = styled('div')({
  display: 'grid',
  gridTemplateColumns: 'minmax(0, 1fr) minmax(0, 1fr)',
  gap: 12,
  '@media (max-width: 599.95px)': { gridTemplateColumns: 'minmax(0, 1fr)' },
});

const Note = styled('p')({ gridColumn: '1 / -1', margin: '-8px 0 0', color: tokenVar('ink-3') });

const priceFields = [
  { key: 'inputPrice', listed: 'inputPerMillion', label: 'Price of input' },
  { key: 'outputPrice', listed: 'outputPerMillion', label: 'Price of output' },
] as const;

/** What the user pays, where it is not the list price. Empty fields leave it to the table. */
export function PriceFields({ form }: { readonly form: ModelFormState }) {
  const { draft, problems, change } = form;
  const list = useListPrice(draft);
  return (
    <Prices>
      {priceFields.map(({ key, listed, label }) => (
        <NumberField
          key={key}
          label={label}
          size="large"
          optional
          min={0}
          prefix="$"
          unit="per million tokens"
          {...(list === undefined ? {} : { placeholder: String(list.price[listed]) })}
          {...(key === 'inputPrice' && { error: problems.price })}
          value={draft[key]}
          onChange={(price) => {
            change({ [key]: price });
          }}
        />
      ))}
      <Note>
        {list === undefined
          ? 'No price is known for this model. Its cost is shown as unknown until you enter one.'
          : `Empty means the list price of ${list.asOf}. Kept on this device, not in the design.`}
      </Note>
    </Prices>
  );
}
