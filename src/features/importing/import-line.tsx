import Switch from '@mui/material/Switch';
import { styled } from '@mui/material/styles';
import {
  possibleFills,
  type FieldChoice,
  type FillChoice,
} from '#core/codecs/rows/field-choice.ts';
import type { DraftedField } from '#core/codecs/rows/rows-draft.ts';
import { SelectField } from '#ui/fields/select-field.tsx';
import { TextField } from '#ui/fields/text-field.tsx';
import { FillTile } from '#ui/marks/fill-tile.tsx';
import { MiniHistogram } from '#ui/marks/mini-histogram.tsx';
import { ShareBar } from '#ui/marks/share-bar.tsx';
import { tokenVar } from '#ui/theme/tokens.ts';
import { fillLabels, newRowsWords, tileOf } from './choice-words.ts';

/** One grid for the head and all lines. */
export const importColumns =
  'minmax(150px, 1.1fr) 132px 64px minmax(120px, 1.2fr) minmax(130px, 1.3fr) 84px';

const Line = styled('li')({
  display: 'grid',
  gridTemplateColumns: importColumns,
  alignItems: 'center',
  gap: 12,
  minHeight: 44,
  borderTop: `1px solid ${tokenVar('line')}`,
  fontSize: '0.8125rem',
  '@media (max-width: 899.95px)': {
    gridTemplateColumns: 'minmax(0, 1fr) minmax(0, 1fr)',
    padding: '10px 0',
    gap: '6px 12px',
  },
});

const Name = styled('div')({
  display: 'flex',
  alignItems: 'center',
  gap: 8,
  minWidth: 0,
  '& > :nth-of-type(2)': { flex: 1 },
  '& small': { color: tokenVar('ink-3'), fontSize: '0.75rem' },
});

const Quiet = styled('span')({
  minWidth: 0,
  overflow: 'hidden',
  textOverflow: 'ellipsis',
  whiteSpace: 'nowrap',
  color: tokenVar('ink-2'),
  '@media (max-width: 899.95px)': { whiteSpace: 'normal' },
});

const Keep = styled('span')({
  display: 'flex',
  alignItems: 'center',
  justifyContent: 'flex-end',
  gap: 8,
  '& small': { display: 'none', color: tokenVar('ink-3'), fontSize: '0.75rem' },
  // Where there is no head, the switch says itself what it is.
  '@media (max-width: 899.95px)': { '& small': { display: 'inline' } },
});

interface ImportLineProps {
  readonly field: DraftedField;
  readonly isWordy: boolean;
  readonly choice: FieldChoice;
  readonly onChoose: (choice: FieldChoice) => void;
}

/** One field of the rows: what it is, how new rows are to get it, and whether the user's own values stay. */
export function ImportLine({ field, isWordy, choice, onChoose }: ImportLineProps) {
  const isOut = choice.fill === 'leave-out';
  const options = possibleFills(field, isWordy).map((value) => ({
    value,
    label: fillLabels[value],
  }));
  const samples = field.samples.join(', ');
  const words = newRowsWords(field, choice);
  return (
    <Line aria-label={field.name}>
      <Name>
        <FillTile fillKind={tileOf(choice.fill)} />
        <TextField
          label={`Name of ${field.name}`}
          labelAt="hidden"
          size="small"
          disabled={isOut}
          value={choice.name}
          onChange={(name) => onChoose({ ...choice, name })}
        />
        <small>{field.profile.type}</small>
      </Name>
      <SelectField<FillChoice>
        label={`Fill of ${field.name}`}
        labelAt="hidden"
        value={choice.fill}
        options={options}
        onChange={(fill) => onChoose({ ...choice, fill })}
      />
      <Picture field={field} />
      <Quiet title={samples}>{samples}</Quiet>
      <Quiet title={words}>{words}</Quiet>
      <Keep>
        <small aria-hidden>Your values</small>
        <Switch
          checked={choice.isKept && !isOut}
          disabled={isOut}
          onChange={(_, isKept) => onChoose({ ...choice, isKept })}
          slotProps={{ input: { 'aria-label': `Keep your values of ${field.name}` } }}
        />
      </Keep>
    </Line>
  );
}

function Picture({ field: { picture } }: { readonly field: DraftedField }) {
  switch (picture.kind) {
    case 'shares':
      return <ShareBar segments={picture.shares.map((share) => ({ share }))} />;
    case 'bars':
      return <MiniHistogram bins={picture.counts} tone="header" width={52} />;
    case 'none':
      return <span />;
  }
}
