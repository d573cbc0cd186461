import { styled } from '@mui/material/styles';
import { VisuallyHidden } from '#ui/layout/visually-hidden.tsx';
import { tokenVar } from '#ui/theme/tokens.ts';

const Row = styled('div')({
  display: 'flex',
  alignItems: 'center',
  gap: 14,
  height: 32,
  padding: '0 14px',
  borderBottom: `1px solid ${tokenVar('grid')}`,
  '& > i': { height: 7, borderRadius: 4, backgroundColor: tokenVar('press'), flexShrink: 0 },
});

const WIDTHS = ['18px', '48px', '36px', '52%'] as const;
/** Percent of the last bar per row, so that the lines look like text of uneven length. */
const LENGTHS = [40, 48, 32, 44, 46, 36] as const;

interface SkeletonRowsProps {
  readonly label: string;
  readonly rows?: number;
}

/** Rows of the size of what comes; the lower ones fade. */
export function SkeletonRows({ label, rows = 4 }: SkeletonRowsProps) {
  return (
    <div role="status">
      <VisuallyHidden>{label}</VisuallyHidden>
      {Array.from({ length: rows }, (_, row) => (
        <Row key={row} aria-hidden style={{ opacity: 1 - (0.75 * row) / rows }}>
          {WIDTHS.map((width, index) => (
            <i
              key={width}
              style={{
                width: index === WIDTHS.length - 1 ? `${LENGTHS[row % LENGTHS.length]}%` : width,
              }}
            />
          ))}
        </Row>
      ))}
    </div>
  );
}
