import Plus from 'lucide-react/icons/plus';
import Trash2 from 'lucide-react/icons/trash-2';
import { Button } from '#ui/actions/button.tsx';
import { IconButton } from '#ui/actions/icon-button.tsx';
import { CommittedField } from '#features/designer/shared/committed-field.tsx';
import { Line } from '#features/designer/shared/layout.ts';
import { entryText, readInput, readOutput, withInput, type ToolEntry } from './tool-answers.ts';
import type { ToolParameter } from './tool-parameters.ts';
import { ToolTable } from './tool-table.tsx';

interface AnswerListProps {
  readonly toolName: string;
  readonly parameters: readonly ToolParameter[];
  readonly entries: readonly ToolEntry[];
  readonly onChange: (entries: ToolEntry[]) => void;
}

/** What the tool knows: arguments at the left, the answer they get at the right. */
export function AnswerList({ toolName, parameters, entries, onChange }: AnswerListProps) {
  const replace = (index: number, entry: ToolEntry): undefined => {
    onChange(entries.with(index, entry));
    return undefined;
  };
  return (
    <>
      {entries.length > 0 && (
        <ToolTable
          label={`Answers of ${toolName}`}
          heads={[...parameters.map(({ name }) => name), 'Answer']}
          rows={entries.map((entry, index) => [
            ...parameters.map(({ name, type }) => (
              <CommittedField
                key={name}
                label={`${name} of answer ${index + 1}`}
                labelAt="hidden"
                value={entryText(entry.input[name])}
                onCommit={(text) => replace(index, withInput(entry, name, readInput(text, type)))}
              />
            )),
            <CommittedField
              key="(answer)"
              label={`Answer ${index + 1}`}
              labelAt="hidden"
              placeholder="a text, or JSON"
              value={entryText(entry.output)}
              onCommit={(text) => replace(index, { ...entry, output: readOutput(text) })}
            />,
            <IconButton
              key="(delete)"
              label={`Delete answer ${index + 1}`}
              glyph={Trash2}
              size="small"
              onClick={() => onChange(entries.toSpliced(index, 1))}
            />,
          ])}
        />
      )}
      <Line style={{ marginLeft: -8 }}>
        <Button
          tone="ghost"
          size="small"
          glyph={Plus}
          onClick={() => onChange([...entries, { input: {}, output: '' }])}
        >
          Answer
        </Button>
      </Line>
    </>
  );
}
