import { styled } from '@mui/material/styles';
import { tokenVar } from '#ui/theme/tokens.ts';

export interface FactView {
  readonly name: string;
  readonly value: string;
}

const List = styled('dl')({
  display: 'grid',
  gridTemplateColumns: 'repeat(auto-fill, minmax(210px, 1fr))',
  gap: '4px 16px',
  margin: 0,
  fontSize: '0.75rem',
  lineHeight: '19px',
  fontVariantNumeric: 'tabular-nums',
  '& > div': { display: 'flex', gap: 8, minWidth: 0 },
  '& dt': { width: 78, flexShrink: 0, color: tokenVar('ink-3') },
  '& dd': { margin: 0, minWidth: 0, overflowWrap: 'anywhere' },
});

/** Names and values in two columns. */
export function Facts({ facts }: { readonly facts: readonly FactView[] }) {
  return (
    <List>
      {facts.map(({ name, value }) => (
        <div key={name}>
          <dt>{name}</dt>
          <dd>{value}</dd>
        </div>
      ))}
    </List>
  );
}
