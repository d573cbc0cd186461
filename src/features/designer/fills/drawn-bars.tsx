import { styled } from '@mui/material/styles';
import { tokenVar } from '#ui/theme/tokens.ts';

const Bars = styled('div')({
  display: 'flex',
  alignItems: 'flex-end',
  gap: 1,
  height: 56,
  borderBottom: `1px solid ${tokenVar('line-2')}`,
  '& > span': {
    flex: 1,
    borderRadius: '2px 2px 0 0',
    backgroundColor: `color-mix(in srgb, ${tokenVar('sampled-line')} 42%, ${tokenVar('sheet')})`,
    transition: 'height 240ms ease-out',
  },
  '@media (forced-colors: active)': { '& > span': { backgroundColor: 'CanvasText' } },
});

/** The drawn values as bars over the whole width; the figures stand below in words. */
export function DrawnBars({ counts }: { readonly counts: readonly number[] }) {
  const most = Math.max(1, ...counts);
  return (
    <Bars aria-hidden>
      {counts.map((count, index) => (
        <span key={index} style={{ height: `${(count / most) * 100}%` }} />
      ))}
    </Bars>
  );
}
