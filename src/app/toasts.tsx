import { useCallback } from 'react';
import { ToastHost } from '#ui/feedback/toast-host.tsx';
import { useView } from '#state/react.tsx';

interface ToastsProps {
  readonly inFlow?: boolean;
  readonly isAbove?: boolean;
}

/** The newest notices, at the bottom of the sheet or `isAbove` its lowest line, or `inFlow` at the end of what covers it. */
export function Toasts({ inFlow = false, isAbove = false }: ToastsProps) {
  const toasts = useView((view) => view.toasts);
  const actions = useView((view) => view.actions);
  // A new function would begin the time of every toast anew.
  const dismiss = useCallback(
    (id: string) => {
      actions.dismissToast(Number(id));
    },
    [actions],
  );
  return (
    <ToastHost
      inFlow={inFlow}
      isAbove={isAbove}
      toasts={toasts.map(({ id, text, severity, time, action }) => ({
        id: String(id),
        time,
        message: text,
        isError: severity === 'error',
        ...(action === undefined ? {} : asAction(action)),
      }))}
      onDismiss={dismiss}
    />
  );
}

function asAction(action: { readonly label: string; readonly perform: () => void }) {
  return action.label === 'Undo'
    ? { onUndo: action.perform }
    : { action: { label: action.label, onSelect: action.perform } };
}
