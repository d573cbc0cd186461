import { styled } from '@mui/material/styles';
import { useState } from 'react';
import type { HistoryEntry } from '#state/history-actions.ts';
import { Button } from '#ui/actions/button.tsx';
import { TextField } from '#ui/fields/text-field.tsx';
import { Tag } from '#ui/marks/tag.tsx';
import { tokenVar } from '#ui/theme/tokens.ts';
import { momentWords } from './moment-words.ts';

const Line = styled('li')({
  display: 'grid',
  gridTemplateColumns: '112px minmax(0, 200px) minmax(0, 1fr) auto',
  alignItems: 'center',
  gap: 10,
  minHeight: 40,
  padding: '4px 0',
  '& + &': { borderTop: `1px solid ${tokenVar('line')}` },
  '& time': { color: tokenVar('ink-2'), fontVariantNumeric: 'tabular-nums' },
  '& > span': { display: 'inline-flex', gap: 4, justifyContent: 'flex-end' },
  '@media (max-width: 599.95px)': {
    gridTemplateColumns: 'minmax(0, 1fr)',
    gap: 4,
    padding: '10px 0',
    '& > span': { justifyContent: 'flex-start' },
  },
});

const Change = styled('div')({
  color: tokenVar('ink-2'),
  fontSize: '0.75rem',
  overflowWrap: 'anywhere',
});

interface HistoryLineProps {
  readonly entry: HistoryEntry;
  /** No older version is kept. */
  readonly isOldest: boolean;
  readonly nowMs: number;
  readonly onRename: (name: string) => void;
  readonly onRestore: () => void;
  readonly onCopy: () => void;
}

export function HistoryLine(props: HistoryLineProps) {
  const { entry, isOldest, nowMs, onRename, onRestore, onCopy } = props;
  const same = isOldest ? 'The oldest that is kept' : 'Rows or marks only';
  const [name, setName] = useState(entry.name ?? '');
  const when = momentWords(entry.savedAtMs, nowMs);
  return (
    <Line>
      <time dateTime={new Date(entry.savedAtMs).toISOString()}>{when}</time>
      <TextField
        label={`Name of the version of ${when}`}
        labelAt="hidden"
        placeholder="Name it to keep it"
        value={name}
        onChange={setName}
        onBlur={() => {
          if (name.trim() !== (entry.name ?? '')) onRename(name);
        }}
      />
      <Change>{entry.change === '' ? same : entry.change}</Change>
      <span>
        {entry.isCurrent ? (
          <Tag tone="ok">now</Tag>
        ) : (
          <>
            <Button size="small" name={`Restore the version of ${when}`} onClick={onRestore}>
              Restore
            </Button>
            <Button
              size="small"
              tone="ghost"
              name={`Open the version of ${when} as a copy`}
              onClick={onCopy}
            >
              Open as copy
            </Button>
          </>
        )}
      </span>
    </Line>
  );
}
