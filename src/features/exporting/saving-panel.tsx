import { styled } from '@mui/material/styles';
import { ProgressLine } from '#ui/feedback/progress-line.tsx';
import { tokenVar } from '#ui/theme/tokens.ts';
import type { Saving } from './use-disk-save.ts';

const Panel = styled('div')({
  display: 'flex',
  flexDirection: 'column',
  gap: 10,
  padding: '28px 0 36px',
  '& p': { margin: 0 },
  '& p ~ p': { fontSize: '0.75rem', color: tokenVar('ink-2') },
});

/** How far a file is that goes straight to the disk. */
export function SavingPanel({ fileName, done, total }: Saving) {
  const count = `${done.toLocaleString('en')} of ${total.toLocaleString('en')} rows`;
  return (
    <Panel>
      <p>Writing {fileName}</p>
      <ProgressLine
        label="Export progress"
        state="running"
        done={done}
        total={total}
        valueText={count}
      />
      <p>{total === 0 ? 'Choosing the rows' : count}. Until all are in, the file stays empty.</p>
    </Panel>
  );
}
