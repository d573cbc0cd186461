import { styled } from '@mui/material/styles';
import { VisuallyHidden } from '#ui/layout/visually-hidden.tsx';
import { tokenVar } from '#ui/theme/tokens.ts';
import { useGridFeed } from './grid-feed.ts';

const Corner = styled('div')({
  display: 'flex',
  height: '100%',
  alignItems: 'flex-end',
  justifyContent: 'flex-end',
  padding: 6,
  // A triangle, as in the corner of spreadsheets.
  '&::after': {
    content: '""',
    width: 8,
    height: 8,
    backgroundColor: tokenVar('ink-4'),
    clipPath: 'polygon(100% 0, 100% 100%, 0 100%)',
  },
});

/** The head over the row numbers: a press on it selects all rows, as Ctrl A does. */
export function CornerHead() {
  const { onSelectAll } = useGridFeed();
  return (
    <Corner
      title="Select all rows"
      // The active cell stays where it is: keys and clipboard need one.
      onMouseDown={(event) => event.stopPropagation()}
      onClick={(event) => {
        event.stopPropagation();
        onSelectAll();
      }}
    >
      <VisuallyHidden>Row number</VisuallyHidden>
    </Corner>
  );
}
