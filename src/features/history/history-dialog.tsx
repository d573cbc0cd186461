import { styled } from '@mui/material/styles';
import { useCallback, useEffect, useState } from 'react';
import type { HistoryEntry } from '#state/history-actions.ts';
import { useWorkbench } from '#state/react.tsx';
import { Button } from '#ui/actions/button.tsx';
import { Dialog } from '#ui/dialog/dialog.tsx';
import { SkeletonRows } from '#ui/feedback/skeleton-rows.tsx';
import { tokenVar } from '#ui/theme/tokens.ts';
import { HistoryLine } from './history-line.tsx';

const List = styled('ul')({ margin: 0, padding: 0, listStyle: 'none' });
const Quiet = styled('p')({ margin: '0 0 12px', color: tokenVar('ink-2') });

/** The versions of the open design, newest first: each can be named, brought back or opened beside this one. */
export function HistoryDialog({ onClose }: { readonly onClose: () => void }) {
  const { history, now } = useWorkbench();
  const [entries, setEntries] = useState<readonly HistoryEntry[] | undefined>(undefined);
  const load = useCallback(() => {
    history.list().then(setEntries, () => setEntries([]));
  }, [history]);
  useEffect(load, [load]);

  return (
    <Dialog
      open
      title="History"
      width={680}
      onClose={onClose}
      quietActions={
        <span>Named versions stay. Others thin out: half hours for a day, days for a month.</span>
      }
      actions={
        <Button
          size="large"
          tone="ink"
          onClick={() => {
            void history.snapshot().then(load);
          }}
        >
          Save a snapshot
        </Button>
      }
    >
      {entries === undefined && <SkeletonRows label="Loading the history" />}
      {entries?.length === 0 && (
        <Quiet>Nothing is stored of this design yet. A version is kept with every change.</Quiet>
      )}
      <List aria-label="Versions">
        {entries?.map((entry, index) => (
          <HistoryLine
            key={entry.version}
            entry={entry}
            isOldest={index === entries.length - 1}
            nowMs={now()}
            onRename={(name) => void history.rename(entry.version, name)}
            onRestore={() => {
              onClose();
              void history.restore(entry.version);
            }}
            onCopy={() => {
              onClose();
              void history.openCopy(entry.version);
            }}
          />
        ))}
      </List>
    </Dialog>
  );
}
