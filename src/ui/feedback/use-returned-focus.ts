import { type FocusEvent, useRef } from 'react';

/**
 * For what goes away under its own buttons: `giveBack` puts the focus where it was before it came in here,
 * or on the dialog around it where that place is gone, so that the next key is heard.
 */
export function useReturnedFocus<Part extends HTMLElement>() {
  const part = useRef<Part>(null);
  const cameFrom = useRef<HTMLElement>(null);
  return {
    ref: part,
    remember: ({ relatedTarget }: FocusEvent): void => {
      if (!(relatedTarget instanceof HTMLElement) || part.current?.contains(relatedTarget)) return;
      cameFrom.current = relatedTarget;
    },
    giveBack: (): void => {
      const { current: plate } = part;
      if (plate?.contains(plate.ownerDocument.activeElement) !== true) return;
      const before = cameFrom.current;
      const dialog = plate.closest('[role=dialog]')?.closest<HTMLElement>('[tabindex]');
      (before?.isConnected === true ? before : dialog)?.focus();
    },
  };
}
