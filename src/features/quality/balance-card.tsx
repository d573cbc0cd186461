import { styled } from '@mui/material/styles';
import { counted } from '#core/base/counted.ts';
import type { BalanceEntry } from '#core/analysis/balance.ts';
import { useDesign } from '#state/react.tsx';
import { Tag } from '#ui/marks/tag.tsx';
import { tokenVar } from '#ui/theme/tokens.ts';
import { effectSize, effectWords } from './balance-words.ts';
import { Panel } from './side-cards.tsx';

const List = styled('ul')({ margin: 0, padding: 0, listStyle: 'none' });
const Line = styled('li')({
  display: 'flex',
  alignItems: 'center',
  gap: 8,
  minHeight: 32,
  '& + &': { borderTop: `1px solid ${tokenVar('line')}` },
  '& > :first-of-type': { flex: 1, minWidth: 0 },
});
const Quiet = styled('p')({ margin: '0 0 6px', color: tokenVar('ink-2'), fontSize: '0.75rem' });

const mostShown = 6;
/** A strong effect is a finding and no fault: a rule may ask for it. */
const tones = { none: 'plain', small: 'plain', medium: 'plain', large: 'warn' } as const;

/** How much outcomes differ between groups, the greatest difference first. */
export function BalanceCard({ entries }: { readonly entries: readonly BalanceEntry[] }) {
  const design = useDesign((state) => state.design);
  const shown = entries.filter(({ strength }) => strength !== 'none').slice(0, mostShown);
  return (
    <Panel title="Balance by group" note={counted(entries.length, 'pair')}>
      <Quiet>
        {shown.length === 0
          ? 'No outcome differs between groups by more than a little.'
          : 'Where groups differ most. Large is not wrong when a rule asks for it.'}
      </Quiet>
      <List>
        {shown.map((entry) => (
          <Line key={`${entry.group} ${entry.outcome}`}>
            <span>{effectWords(entry, design)}</span>
            <span>{entry.strength}</span>
            <Tag tone={tones[entry.strength]}>{effectSize(entry)}</Tag>
          </Line>
        ))}
      </List>
    </Panel>
  );
}
