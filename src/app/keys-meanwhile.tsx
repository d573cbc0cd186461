import { useEffect } from 'react';

interface KeysMeanwhileProps {
  /** Told all that was typed so far. */
  readonly onText: (text: string) => void;
  readonly onClose: () => void;
}

/**
 * Stands in for a field that is still being loaded: what is typed meanwhile goes to nothing else on the
 * page, and Enter does nothing, because nobody can see yet what it would do.
 */
export function KeysMeanwhile({ onText, onClose }: KeysMeanwhileProps) {
  useEffect(() => {
    let text = '';
    const take = (event: KeyboardEvent): void => {
      if (event.ctrlKey || event.metaKey || event.altKey || event.key === 'Tab') return;
      event.preventDefault();
      event.stopPropagation();
      if (event.key === 'Escape') onClose();
      else if (event.key === 'Backspace') text = text.slice(0, -1);
      else if (event.key.length === 1) text += event.key;
      onText(text);
    };
    window.addEventListener('keydown', take, true);
    return () => {
      window.removeEventListener('keydown', take, true);
    };
  }, [onText, onClose]);
  return null;
}
