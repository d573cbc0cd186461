import { useLayoutEffect, useRef, useState, type KeyboardEvent, type RefObject } from 'react';
import { useDesign } from '#state/react.tsx';
import {
  completionAt,
  insertReference,
  insertWhole,
  type Completion,
  type Insertion,
  type ReferenceOption,
} from './reference-completion.ts';

interface CompletionOptions {
  readonly input: RefObject<HTMLTextAreaElement | null>;
  readonly value: string;
  readonly options: readonly ReferenceOption[];
  readonly onChange: (value: string) => void;
}

export interface CompletionState {
  readonly completion: Completion | undefined;
  readonly activeIndex: number;
  /** Text was typed; `caret` is where it ended. */
  readonly handleText: (text: string, caret: number) => void;
  readonly handleCaret: (caret: number) => void;
  readonly handleKey: (event: KeyboardEvent) => void;
  readonly close: () => void;
  /** Takes an offered name. */
  readonly pick: (name: string) => void;
  /** Writes a whole reference at the caret. */
  readonly insert: (name: string) => void;
}

/** Names offered while braces are open. The list opens by typing only, never by moving the caret. */
export function useCompletion({
  input,
  value,
  options,
  onChange,
}: CompletionOptions): CompletionState {
  const [caret, setCaret] = useState<number | undefined>(undefined);
  const [active, setActive] = useState(0);
  const dialect = useDesign(({ design }) => design.dialect);
  const nextCaret = useRef<number | undefined>(undefined);
  const completion =
    caret === undefined ? undefined : completionAt(value, caret, { options, dialect });
  const activeIndex = Math.min(active, (completion?.options.length ?? 1) - 1);

  useLayoutEffect(() => {
    if (nextCaret.current === undefined) return;
    input.current?.setSelectionRange(nextCaret.current, nextCaret.current);
    nextCaret.current = undefined;
  }, [input, value]);

  const write = ({ text, caret: end }: Insertion): void => {
    setCaret(undefined);
    nextCaret.current = end;
    input.current?.focus();
    onChange(text);
  };
  const pick = (name: string): void => {
    if (completion !== undefined) write(insertReference(value, completion, { name, dialect }));
  };

  const handleKey = (event: KeyboardEvent): void => {
    const count = completion?.options.length ?? 0;
    if (count === 0) return;
    const step = { ArrowDown: 1, ArrowUp: -1 }[event.key];
    if (step !== undefined) setActive((activeIndex + step + count) % count);
    else if (event.key === 'Enter' || event.key === 'Tab')
      pick(completion?.options[activeIndex]?.name ?? '');
    else if (event.key === 'Escape') setCaret(undefined);
    else return;
    event.preventDefault();
    event.stopPropagation();
  };

  return {
    completion,
    activeIndex,
    handleText(text, end) {
      setCaret(end);
      setActive(0);
      onChange(text);
    },
    handleCaret: (end) => {
      if (caret !== undefined) setCaret(end);
    },
    handleKey,
    close: () => setCaret(undefined),
    pick,
    insert: (name) =>
      write(insertWhole(value, input.current?.selectionStart ?? value.length, { name, dialect })),
  };
}
