import { useState, type KeyboardEvent } from 'react';
import { TextField } from '#ui/fields/text-field.tsx';

interface Draft {
  readonly text: string;
  readonly refusal?: string;
}

interface CommittedFieldProps {
  readonly label: string;
  readonly labelAt?: 'above' | 'hidden';
  readonly value: string;
  readonly placeholder?: string;
  /** Takes the text; answers why it is refused, or undefined. */
  readonly onCommit: (text: string) => string | undefined;
}

/** A text that counts when the field is left or Enter is pressed; what is refused stays with its reason. */
export function CommittedField({
  label,
  labelAt = 'above',
  value,
  placeholder = '',
  onCommit,
}: CommittedFieldProps) {
  const [draft, setDraft] = useState<Draft | undefined>(undefined);

  function commit() {
    if (draft === undefined) return;
    const refusal = onCommit(draft.text.trim());
    setDraft(refusal === undefined ? undefined : { text: draft.text, refusal });
  }

  function handleKey(event: KeyboardEvent) {
    if (event.key === 'Enter') commit();
    if (event.key !== 'Escape' || draft === undefined) return;
    event.stopPropagation();
    setDraft(undefined);
  }

  return (
    <TextField
      label={label}
      labelAt={labelAt}
      value={draft?.text ?? value}
      error={draft?.refusal}
      placeholder={placeholder}
      selectsOnFocus
      onChange={(text) => setDraft({ text })}
      onBlur={commit}
      onKeyDown={handleKey}
    />
  );
}
