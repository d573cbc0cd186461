import { keyframes, styled } from '@mui/material/styles';
import Check from 'lucide-react/icons/check';
import CircleAlert from 'lucide-react/icons/circle-alert';
import X from 'lucide-react/icons/x';
import { useEffect, useRef, useState } from 'react';
import { Icon } from '#ui/icon/icon.tsx';
import { COARSE, FORCED } from '#ui/theme/surface.ts';
import { tokenVar } from '#ui/theme/tokens.ts';
import { toastDurationMs, type ToastTime, type ToastView } from './toast-view.ts';
import { useReturnedFocus } from './use-returned-focus.ts';

const rise = keyframes({ from: { opacity: 0, transform: 'translateY(8px)' } });

const Plate = styled('div')({
  display: 'flex',
  alignItems: 'center',
  gap: 4,
  minHeight: 40,
  minWidth: 280,
  maxWidth: 'min(520px, 92vw)',
  padding: '0 6px 0 14px',
  borderRadius: 8,
  backgroundColor: tokenVar('plate'),
  color: tokenVar('on-plate'),
  boxShadow: tokenVar('shadow-2'),
  pointerEvents: 'auto',
  animation: `${rise} 200ms ease-out`,
  [FORCED]: { border: '1px solid CanvasText' },
});

const Words = styled('span')({
  flex: 1,
  minWidth: 0,
  padding: '8px 12px 8px 0',
  overflowWrap: 'anywhere',
});

const PlateButton = styled('button')({
  display: 'inline-grid',
  placeItems: 'center',
  minWidth: 28,
  height: 28,
  padding: '0 8px',
  border: 0,
  borderRadius: 6,
  background: 'none',
  color: 'inherit',
  font: 'inherit',
  fontWeight: 600,
  cursor: 'pointer',
  '&:hover': { backgroundColor: `color-mix(in srgb, ${tokenVar('on-plate')} 14%, transparent)` },
  '&:focus-visible': { outline: `2px solid ${tokenVar('on-plate')}`, outlineOffset: -2 },
  [COARSE]: { minWidth: 40, height: 40 },
});

interface ToastProps {
  readonly toast: ToastView;
  readonly onDismiss: (id: string) => void;
}

/** Dismisses a notice when its time is up; whoever holds it has all of that time again afterwards. */
function useEndOfTime(toast: ToastView, isHeld: boolean, onDismiss: (id: string) => void): void {
  const { id } = toast;
  const durationMs = toastDurationMs(toast);
  const [ownTime] = useState<ToastTime>({ shownMs: 0 });
  const time = useRef(toast.time ?? ownTime);
  useEffect(() => {
    if (isHeld) {
      time.current.shownMs = 0;
      return undefined;
    }
    const { current } = time;
    const since = performance.now();
    const timer = setTimeout(() => onDismiss(id), Math.max(0, durationMs - current.shownMs));
    return () => {
      clearTimeout(timer);
      current.shownMs += performance.now() - since;
    };
  }, [isHeld, id, durationMs, onDismiss]);
}

/** Leaves by itself, but not while hovered or focused. */
export function Toast({ toast, onDismiss }: ToastProps) {
  const [isHeld, setIsHeld] = useState(false);
  const { id, message, ticked = false, isError = false, onUndo, action } = toast;
  useEndOfTime(toast, isHeld, onDismiss);

  const { ref, remember, giveBack } = useReturnedFocus<HTMLDivElement>();
  const finish = (act?: () => void) => () => {
    giveBack();
    onDismiss(id);
    act?.();
  };
  return (
    <Plate
      ref={ref}
      role={isError ? 'alert' : undefined}
      onMouseEnter={() => setIsHeld(true)}
      onMouseLeave={() => setIsHeld(false)}
      onFocus={(event) => {
        remember(event);
        setIsHeld(true);
      }}
      onBlur={() => setIsHeld(false)}
    >
      {(ticked || isError) && (
        <span style={{ marginRight: 6 }}>
          <Icon glyph={isError ? CircleAlert : Check} size={16} />
        </span>
      )}
      <Words>{message}</Words>
      {action && (
        <PlateButton type="button" onClick={finish(action.onSelect)}>
          {action.label}
        </PlateButton>
      )}
      {onUndo && (
        <PlateButton type="button" onClick={finish(onUndo)}>
          Undo
        </PlateButton>
      )}
      <PlateButton type="button" aria-label="Dismiss" onClick={finish()}>
        <Icon glyph={X} size={15} />
      </PlateButton>
    </Plate>
  );
}
