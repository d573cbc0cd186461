import { keyframes, styled } from '@mui/material/styles';
import type { LucideIcon } from 'lucide-react';
import X from 'lucide-react/icons/x';
import { type ReactNode, useId } from 'react';
import { IconButton } from '#ui/actions/icon-button.tsx';
import { Icon } from '#ui/icon/icon.tsx';
import { FORCED, raisedPlane } from '#ui/theme/surface.ts';
import { tokenVar } from '#ui/theme/tokens.ts';
import { useReturnedFocus } from './use-returned-focus.ts';

const rise = keyframes({ from: { opacity: 0, transform: 'translateY(8px)' } });

const Over = styled('div')({
  position: 'absolute',
  inset: 0,
  zIndex: 3,
  display: 'grid',
  placeItems: 'center',
  padding: 16,
  pointerEvents: 'none',
});

const Plate = styled('div')({
  width: 'min(420px, 100%)',
  maxHeight: '100%',
  overflow: 'auto',
  padding: '10px 10px 16px 18px',
  borderRadius: 10,
  ...raisedPlane,
  boxShadow: tokenVar('shadow-2'),
  pointerEvents: 'auto',
  animation: `${rise} 200ms ease-out`,
  [FORCED]: { border: '1px solid CanvasText' },
});

const Head = styled('div')({
  display: 'flex',
  alignItems: 'center',
  gap: 8,
  minHeight: 28,
  color: tokenVar('red'),
});

const Title = styled('div')({ flex: 1, minWidth: 0, fontWeight: 600, overflowWrap: 'anywhere' });

const Text = styled('div')({
  paddingRight: 8,
  color: tokenVar('ink-2'),
  overflowWrap: 'anywhere',
  textWrap: 'pretty',
});

const Actions = styled('div')({
  display: 'flex',
  flexWrap: 'wrap',
  gap: 8,
  marginTop: 14,
  '&:empty': { display: 'none' },
});

interface NoticeCardProps {
  readonly glyph: LucideIcon;
  readonly title: string;
  readonly children: ReactNode;
  readonly actions?: ReactNode;
  readonly onHide: () => void;
}

/**
 * Lies in the middle of what it is about until it is solved or put away. It takes no focus and says nothing
 * by itself: whoever shows it tells screen readers what happened.
 */
export function NoticeCard({ glyph, title, children, actions, onHide }: NoticeCardProps) {
  const titleId = useId();
  const { ref, remember, giveBack } = useReturnedFocus<HTMLDivElement>();
  const hide = (): void => {
    giveBack();
    onHide();
  };
  return (
    <Over>
      <Plate
        ref={ref}
        role="group"
        aria-labelledby={titleId}
        onFocus={remember}
        onKeyDown={(event) => {
          if (event.key === 'Escape') hide();
        }}
      >
        <Head>
          <Icon glyph={glyph} size={16} />
          <Title id={titleId}>{title}</Title>
          <IconButton label="Hide this card" glyph={X} onClick={hide} />
        </Head>
        <Text>{children}</Text>
        <Actions>{actions}</Actions>
      </Plate>
    </Over>
  );
}
