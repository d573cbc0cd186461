import { useState } from 'react';
import type { CategoryValue } from '#core/design/fill.ts';
import { Button } from '#ui/actions/button.tsx';
import { TextArea } from '#ui/fields/text-area.tsx';
import { Line } from '#features/designer/shared/layout.ts';
import { parseValueList } from './parse-value-list.ts';

interface PasteListProps {
  readonly existing: readonly CategoryValue[];
  readonly asNumbers: boolean;
  readonly onPaste: (values: readonly CategoryValue[]) => void;
  readonly onClose: () => void;
}

export function PasteList({ existing, asNumbers, onPaste, onClose }: PasteListProps) {
  const [text, setText] = useState('');
  const { values, repeatCount } = parseValueList(text, { existing, asNumbers });
  const repeats = repeatCount > 0 ? `; ${repeatCount} already there` : '';
  return (
    <div>
      <TextArea
        label="Values, one per line"
        hint={
          text.trim() === ''
            ? 'value, description, weight: divided by commas or tabs, as copied from a sheet.'
            : `${values.length} new${repeats}`
        }
        minRows={3}
        maxRows={8}
        value={text}
        onChange={setText}
      />
      <Line style={{ marginTop: 6 }}>
        <Button
          size="small"
          disabled={values.length === 0}
          onClick={() => {
            onPaste(values);
            onClose();
          }}
        >
          Add to the table
        </Button>
        <Button tone="ghost" size="small" onClick={onClose}>
          Cancel
        </Button>
      </Line>
    </div>
  );
}
