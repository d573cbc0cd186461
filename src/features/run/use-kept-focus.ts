import { type RefObject, useEffect, useRef } from 'react';

interface KeptFocus {
  readonly ref: RefObject<HTMLDivElement | null>;
  readonly onClick: () => void;
}

/** What mends a run goes away once it is mended: a dialog, or the card of the pause. */
const mends = '[role=dialog], [role=group]';

/**
 * A pressed run button gives way to the next one, Generate to Stop and Stop to Resume; so does the card of
 * a pause and the dialog it opened. The keyboard goes to the bar then, unless the user has gone elsewhere.
 */
export function useKeptFocus(mode: string, hidden?: unknown): KeptFocus {
  const ref = useRef<HTMLDivElement>(null);
  const wasPressed = useRef(false);
  const lastFocused = useRef<Element>(undefined);
  useEffect(() => {
    const note = ({ target }: FocusEvent): void => {
      if (target instanceof Element) lastFocused.current = target;
    };
    document.addEventListener('focusin', note);
    return () => {
      document.removeEventListener('focusin', note);
    };
  }, []);
  useEffect(() => {
    if (document.activeElement !== document.body) return;
    if (!wasPressed.current && !isGoneMend(lastFocused.current)) return;
    const buttons = ref.current?.querySelectorAll<HTMLButtonElement>('button:not(:disabled)') ?? [];
    [...buttons].at(-1)?.focus({ preventScroll: true });
    wasPressed.current = true;
  }, [mode, hidden]);
  return {
    ref,
    onClick: () => {
      wasPressed.current = true;
    },
  };
}

/** What left the document keeps its own inside, so that it still tells where it was. */
function isGoneMend(element: Element | undefined): boolean {
  return element !== undefined && !element.isConnected && element.closest(mends) !== null;
}
