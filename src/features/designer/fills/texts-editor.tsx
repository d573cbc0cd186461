import Plus from 'lucide-react/icons/plus';
import Trash2 from 'lucide-react/icons/trash-2';
import { Button } from '#ui/actions/button.tsx';
import { IconButton } from '#ui/actions/icon-button.tsx';
import { NumberField } from '#ui/fields/number-field.tsx';
import { TextArea } from '#ui/fields/text-area.tsx';
import { FieldRow, Line } from '#features/designer/shared/layout.ts';
import { Place } from '#features/designer/shared/place.tsx';
import { useProblem } from '#features/designer/shared/use-problem.ts';
import type { FillEditorProps } from './fill-editor-props.ts';
import { FirstValue } from './first-value.tsx';
import { useSetFill } from './use-set-fill.ts';

/** One text area for each list, a piece of a sentence on each line. */
export function TextsEditor(props: FillEditorProps<'texts'>) {
  const { column, fill, path } = props;
  const setFill = useSetFill(column.id);
  return (
    <>
      {fill.lists.map((_, index) => (
        <ListField key={index} {...props} index={index} />
      ))}
      <Line>
        <Button
          tone="ghost"
          size="small"
          glyph={Plus}
          onClick={() => setFill({ ...fill, lists: [...fill.lists, ['and more.']] })}
        >
          Add list
        </Button>
      </Line>
      <FieldRow>
        <CountField column={column} fill={fill} path={path} end="low" label="Fewest sentences" />
        <CountField column={column} fill={fill} path={path} end="high" label="Most sentences" />
      </FieldRow>
      <FirstValue column={column} />
    </>
  );
}

interface ListFieldProps extends FillEditorProps<'texts'> {
  readonly index: number;
}

function ListField({ column, fill, path, index }: ListFieldProps) {
  const setFill = useSetFill(column.id);
  const place = [...path, 'lists', index];
  const problem = useProblem(place);
  return (
    <div style={{ display: 'flex', gap: 4, alignItems: 'end' }}>
      <Place path={place} style={{ flex: 1 }}>
        <TextArea
          label={`Piece ${index + 1}, one on each line`}
          minRows={2}
          maxRows={8}
          value={(fill.lists[index] ?? []).join('\n')}
          onChange={(text) =>
            setFill(
              { ...fill, lists: fill.lists.with(index, text === '' ? [] : text.split('\n')) },
              `list ${index}`,
            )
          }
          {...problem}
        />
      </Place>
      <IconButton
        label={`Delete piece ${index + 1}`}
        glyph={Trash2}
        size="small"
        onClick={() => setFill({ ...fill, lists: fill.lists.toSpliced(index, 1) })}
      />
    </div>
  );
}

interface CountFieldProps extends FillEditorProps<'texts'> {
  readonly end: 'low' | 'high';
  readonly label: string;
}

function CountField({ column, fill, path, end, label }: CountFieldProps) {
  const setFill = useSetFill(column.id);
  const problem = useProblem([...path, end]);
  return (
    <Place path={[...path, end]}>
      <NumberField
        label={label}
        integer
        min={1}
        max={100}
        value={fill[end]}
        onChange={(count = 1) => setFill({ ...fill, [end]: count }, end)}
        {...problem}
      />
    </Place>
  );
}
