import { type RefObject, useEffect, useRef } from 'react';

interface KeptFocus {
  readonly ref: RefObject<HTMLDivElement | null>;
  readonly onClick: () => void;
}

/**
 * A pressed run button gives way to the next one, Generate to Stop and Stop to Resume. The keyboard
 * stays in the bar then, unless the user has gone elsewhere.
 */
export function useKeptFocus(mode: string): KeptFocus {
  const ref = useRef<HTMLDivElement>(null);
  const wasPressed = useRef(false);
  useEffect(() => {
    if (!wasPressed.current || document.activeElement !== document.body) return;
    const buttons = ref.current?.querySelectorAll<HTMLButtonElement>('button:not(:disabled)') ?? [];
    [...buttons].at(-1)?.focus({ preventScroll: true });
  }, [mode]);
  return {
    ref,
    onClick: () => {
      wasPressed.current = true;
    },
  };
}
