import { type KeyboardEvent, type RefCallback, useRef } from 'react';
import { rovingTarget } from './roving-target.ts';

interface Roving {
  readonly refAt: (index: number) => RefCallback<HTMLButtonElement>;
  readonly keysAt: (index: number) => (event: KeyboardEvent) => void;
}

/** A row of buttons as one tab stop: arrows, Home and End choose at once, and the focus goes along. */
export function useRoving<Value>(
  values: readonly Value[],
  onChoose: (value: Value) => void,
): Roving {
  const buttons = useRef<(HTMLButtonElement | null)[]>([]);
  return {
    refAt: (index) => (element) => {
      buttons.current[index] = element;
    },
    keysAt: (index) => (event) => {
      const target = rovingTarget(event.key, index, values.length);
      const value = target === undefined ? undefined : values[target];
      if (target === undefined || value === undefined) return;
      event.preventDefault();
      onChoose(value);
      buttons.current[target]?.focus();
    },
  };
}
