import { styled } from '@mui/material/styles';
import X from 'lucide-react/icons/x';
import Bookmark from 'lucide-react/icons/bookmark';
import { useState } from 'react';
import { formatPath, type JsonPath } from '#core/base/diagnostic.ts';
import type { Call, Example } from '#core/design/design.ts';
import { useView } from '#state/react.tsx';
import { Button } from '#ui/actions/button.tsx';
import { IconButton } from '#ui/actions/icon-button.tsx';
import { NumberField } from '#ui/fields/number-field.tsx';
import { FieldRow, Line } from '#features/designer/shared/layout.ts';
import { Place } from '#features/designer/shared/place.tsx';
import { isRevealedIn } from '#features/designer/shared/problems-at.ts';
import { useCallEdit } from './use-call-edit.ts';

const List = styled('ol')({ margin: 0, padding: 0, listStyle: 'none' });

const Item = styled('li')({ display: 'flex', alignItems: 'center', gap: 8, minHeight: 25 });

const Words = styled('span')({
  flex: 1,
  minWidth: 0,
  overflow: 'hidden',
  textOverflow: 'ellipsis',
  whiteSpace: 'nowrap',
});

/** As many as a request shows where the call does not say. */
const usualExamples = 4;

interface ExampleListProps {
  readonly call: Call;
  /** Place of the examples. */
  readonly path: JsonPath;
}

/** Rows that the model is shown as examples: how many, which, and away with them. */
export function ExampleList({ call, path }: ExampleListProps) {
  const edit = useCallEdit(call.id);
  const isRevealed = useView(({ revealed }) => isRevealedIn(revealed?.path ?? '', path));
  const [chosen, setChosen] = useState<boolean>();
  const isOpen = chosen ?? isRevealed;
  const count = call.examples.length;
  if (count === 0) return null;
  return (
    <Place path={path}>
      <Line style={{ marginLeft: -8 }}>
        <Button
          tone="ghost"
          size="small"
          glyph={Bookmark}
          aside={count}
          onClick={() => setChosen(!isOpen)}
        >
          {isOpen ? 'Hide examples' : 'Examples'}
        </Button>
      </Line>
      {isOpen && count > 1 && (
        <FieldRow>
          <NumberField
            label="Examples per request"
            value={call.examplesPerRequest ?? usualExamples}
            integer
            min={1}
            max={20}
            onChange={(most) => edit({ examplesPerRequest: most }, 'examplesPerRequest')}
          />
        </FieldRow>
      )}
      {isOpen && (
        <List aria-label="Examples">
          {call.examples.map((example, index) => (
            <Item key={index} data-path={formatPath([...path, index])}>
              <Words title={exampleWords(example)}>{exampleWords(example)}</Words>
              <IconButton
                label={`Delete example ${index + 1}`}
                glyph={X}
                size="small"
                onClick={() => edit({ examples: call.examples.toSpliced(index, 1) })}
              />
            </Item>
          ))}
        </List>
      )}
    </Place>
  );
}

function exampleWords({ values }: Example): string {
  return Object.values(values)
    .map((value) => (typeof value === 'string' ? value : JSON.stringify(value)))
    .join(' · ');
}
