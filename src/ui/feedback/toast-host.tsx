import { styled } from '@mui/material/styles';
import { Toast } from './toast.tsx';
import type { ToastView } from './toast-view.ts';

const MOST_TOASTS = 3;

const Host = styled('div')({
  position: 'absolute',
  insetInline: 0,
  bottom: 16,
  zIndex: 1400,
  display: 'flex',
  flexDirection: 'column',
  alignItems: 'center',
  gap: 8,
  pointerEvents: 'none',
  '&[data-above=true]': { bottom: 56 },
  '&[data-in-flow=true]': { position: 'static', padding: '8px 12px' },
});

interface ToastHostProps {
  /** Oldest first; only the newest three are shown. */
  readonly toasts: readonly ToastView[];
  readonly onDismiss: (id: string) => void;
  /** Takes room of its own instead of lying over something. */
  readonly inFlow?: boolean;
  /** Leaves the lowest line of the sheet to a pill that stands there. */
  readonly isAbove?: boolean;
}

/** Sits at the bottom centre of the nearest positioned ancestor: the sheet, or the page. */
export function ToastHost({ toasts, onDismiss, inFlow = false, isAbove = false }: ToastHostProps) {
  if (inFlow && toasts.length === 0) return null;
  return (
    <Host role="status" aria-label="Notices" data-in-flow={inFlow} data-above={isAbove}>
      {toasts.slice(-MOST_TOASTS).map((toast) => (
        <Toast key={toast.id} toast={toast} onDismiss={onDismiss} />
      ))}
    </Host>
  );
}
