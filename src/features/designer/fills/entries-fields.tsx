import Trash2 from 'lucide-react/icons/trash-2';
import type { JsonPath } from '#core/base/diagnostic.ts';
import { uniqueName } from '#core/design/column-names.ts';
import { IconButton } from '#ui/actions/icon-button.tsx';
import { AddLine } from '#features/designer/shared/add-line.tsx';
import { CommittedField } from '#features/designer/shared/committed-field.tsx';
import { Line } from '#features/designer/shared/layout.ts';
import { TemplateItem } from './template-item.tsx';

type Entries = Readonly<Record<string, string>>;

interface EntriesFieldsProps {
  readonly columnId: string;
  readonly path: JsonPath;
  readonly entries: Entries;
  /** What one entry is called on the button that adds one. */
  readonly noun: string;
  readonly onChange: (entries: Entries, typing?: string) => void;
}

/** Keys as they stand, each with its template. */
export function EntriesFields({ columnId, path, entries, noun, onChange }: EntriesFieldsProps) {
  const list = Object.entries(entries);
  const replace = (index: number, entry: readonly [string, string], typing?: string): void =>
    onChange(Object.fromEntries(list.with(index, [...entry])), typing);
  const rename = (index: number, text: string): string | undefined => {
    if (text === '') return 'A key needs a name.';
    if (list.some(([key], other) => other !== index && key === text))
      return `There is already a key “${text}”.`;
    replace(index, [text, list[index]?.[1] ?? '']);
    return undefined;
  };
  return (
    <>
      {list.map(([key, value], index) => (
        <Line key={index} style={{ flexWrap: 'nowrap', alignItems: 'start' }}>
          <div style={{ width: 110, flexShrink: 0 }}>
            <CommittedField label="Key" value={key} onCommit={(text) => rename(index, text)} />
          </div>
          <TemplateItem
            label="Text"
            columnId={columnId}
            path={[...path, key]}
            value={value}
            onChange={(text) => replace(index, [key, text], `${path.at(-1) ?? ''}.${index}`)}
          />
          <IconButton
            label={`Delete key ${key}`}
            glyph={Trash2}
            size="small"
            onClick={() => onChange(Object.fromEntries(list.toSpliced(index, 1)))}
          />
        </Line>
      ))}
      <AddLine
        noun={noun}
        onAdd={() =>
          onChange({ ...entries, [uniqueName('key', new Set(Object.keys(entries)))]: '' })
        }
      />
    </>
  );
}
