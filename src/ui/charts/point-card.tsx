import { styled } from '@mui/material/styles';
import type { Ref } from 'react';
import { VisuallyHidden } from '#ui/layout/visually-hidden.tsx';
import { tokenVar } from '#ui/theme/tokens.ts';
import type { PointWords } from './point-words.ts';

const Card = styled('div')({
  position: 'absolute',
  top: 0,
  left: 0,
  maxWidth: 260,
  padding: '7px 10px',
  borderRadius: 8,
  pointerEvents: 'none',
  backgroundColor: tokenVar('raised'),
  color: tokenVar('ink-2'),
  boxShadow: tokenVar('shadow-2'),
  fontSize: '0.75rem',
  lineHeight: 17 / 12,
  whiteSpace: 'nowrap',
  '& > div': { overflow: 'hidden', textOverflow: 'ellipsis' },
});

const Title = styled('strong')({ marginRight: 6, fontWeight: 600, color: tokenVar('ink') });

const Hint = styled('div')({ color: tokenVar('ink-3') });

interface PointCardProps {
  readonly words: PointWords | undefined;
  /** Another tap opens the row: said to a finger, which cannot point first. */
  readonly canTap: boolean;
  readonly ref: Ref<HTMLDivElement>;
}

/** Placed by the layer that knows the scales. The same words are spoken as a status. */
export function PointCard({ words, canTap, ref }: PointCardProps) {
  return (
    <>
      <Card ref={ref} aria-hidden style={{ visibility: words ? 'visible' : 'hidden' }}>
        {words && (
          <>
            <div>
              <Title>{words.title}</Title>
              {words.row}
            </div>
            <div>{words.values}</div>
            {words.distance !== undefined && <div>{words.distance}</div>}
            {canTap && <Hint>Tap again to open the row</Hint>}
          </>
        )}
      </Card>
      <VisuallyHidden role="status">
        {words && [words.title, words.row, words.values, words.distance].filter(Boolean).join(', ')}
      </VisuallyHidden>
    </>
  );
}
