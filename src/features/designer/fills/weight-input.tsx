import { useState, type ComponentProps, type KeyboardEvent } from 'react';
import { CellInput } from './cell-input.ts';

interface WeightInputProps extends Omit<ComponentProps<'input'>, 'value' | 'onChange' | 'ref'> {
  readonly value: number;
  readonly onValue: (value: number) => void;
}

interface Draft {
  readonly text: string;
  /** The value the draft was typed against; another one ends the draft. */
  readonly base: number;
}

/** A weight: typed freely, written as soon as it is a number, moved by the arrow keys. */
export function WeightInput({ value, onValue, onKeyDown, ...rest }: WeightInputProps) {
  const [draft, setDraft] = useState<Draft | undefined>(undefined);
  const live = draft !== undefined && Object.is(draft.base, value) ? draft : undefined;

  function handleText(text: string) {
    const read = readWeight(text);
    setDraft({ text, base: read ?? value });
    if (read !== undefined && read !== value) onValue(read);
  }

  function handleKey(event: KeyboardEvent<HTMLInputElement>) {
    const direction = { ArrowUp: 1, ArrowDown: -1 }[event.key];
    if (direction === undefined) return onKeyDown?.(event);
    event.preventDefault();
    const step = event.shiftKey ? 10 : 1;
    setDraft(undefined);
    onValue(Math.max(0, Number((value + direction * step).toPrecision(12))));
  }

  return (
    <CellInput
      {...rest}
      inputMode="decimal"
      aria-invalid={live !== undefined && readWeight(live.text) === undefined}
      style={{ width: 38, flexShrink: 0, textAlign: 'right', fontWeight: 500 }}
      value={live?.text ?? String(value)}
      onChange={({ target }) => handleText(target.value)}
      onKeyDown={handleKey}
      onBlur={() => setDraft(undefined)}
    />
  );
}

/** Undefined while the text is no weight: empty, negative or not a number yet. */
function readWeight(text: string): number | undefined {
  const value = Number(text);
  return text.trim() !== '' && Number.isFinite(value) && value >= 0 ? value : undefined;
}
