import { styled } from '@mui/material/styles';
import ArrowDownToLine from 'lucide-react/icons/arrow-down-to-line';
import { useEffect, useState, type RefObject } from 'react';
import { Icon } from '#ui/icon/icon.tsx';
import type { DataGridViewHandle } from '#ui/grid/data-grid-view.tsx';
import { focusRing } from '#ui/theme/surface.ts';
import { tokenVar } from '#ui/theme/tokens.ts';
import { useRun } from '#state/react.tsx';
import { isRunning } from '#state/run-store.ts';

const Pill = styled('button')({
  position: 'absolute',
  right: 16,
  bottom: 16,
  display: 'inline-flex',
  alignItems: 'center',
  gap: 7,
  height: 32,
  padding: '0 14px',
  border: 0,
  borderRadius: 16,
  font: 'inherit',
  fontSize: '0.78125rem',
  fontWeight: 500,
  color: tokenVar('ink'),
  backgroundColor: tokenVar('raised'),
  boxShadow: tokenVar('shadow-2'),
  cursor: 'pointer',
  '&[aria-pressed=false]': { color: tokenVar('ink-2') },
  '&:focus-visible': focusRing,
});

/** While rows are written, the grid can go along with the newest. Off until it is asked for. */
export function FollowPill({ grid }: { readonly grid: RefObject<DataGridViewHandle | null> }) {
  const isBusy = useRun((state) => isRunning(state.status));
  const newest = useRun(({ requests }) =>
    requests.reduce(
      (row, { rows, streamedRows }) => Math.max(row, rows[streamedRows - 1] ?? -1),
      -1,
    ),
  );
  const [isFollowing, setFollowing] = useState(false);
  useEffect(() => {
    if (isBusy && isFollowing && newest >= 0) grid.current?.scrollToRow(newest);
  }, [grid, isBusy, isFollowing, newest]);
  if (!isBusy) return null;
  return (
    <Pill type="button" aria-pressed={isFollowing} onClick={() => setFollowing(!isFollowing)}>
      <Icon glyph={ArrowDownToLine} size={15} />
      {isFollowing ? 'Following new rows' : 'Follow new rows'}
    </Pill>
  );
}
