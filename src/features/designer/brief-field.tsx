import { styled } from '@mui/material/styles';
import ChevronDown from 'lucide-react/icons/chevron-down';
import ChevronRight from 'lucide-react/icons/chevron-right';
import { useId, useState } from 'react';
import { isWrittenWithin } from '#core/base/json-path.ts';
import { useDesign, useView } from '#state/react.tsx';
import { Icon } from '#ui/icon/icon.tsx';
import { Card } from '#ui/layout/card.tsx';
import { COARSE, FORCED, fieldFocus } from '#ui/theme/surface.ts';
import { tokenVar } from '#ui/theme/tokens.ts';
import { Place } from './shared/place.tsx';
import { useEdit } from './shared/use-edit.ts';

const lineHeight = 20;

/** Grows with its text by style alone: measuring it would lay out the whole page before it is first seen. */
const Field = styled('textarea')({
  display: 'block',
  boxSizing: 'border-box',
  width: '100%',
  padding: '8px 10px 0',
  border: 0,
  // Padding would show half a line of what is scrolled away.
  borderBottom: '8px solid transparent',
  borderRadius: 8,
  outline: 'none',
  resize: 'none',
  fieldSizing: 'content',
  font: 'inherit',
  fontSize: '0.8125rem',
  lineHeight: `${lineHeight}px`,
  letterSpacing: 'inherit',
  color: 'inherit',
  background: 'none',
  '&:focus': fieldFocus,
  '&::placeholder': { color: tokenVar('ink-3'), opacity: 1 },
  [FORCED]: { border: '1px solid ButtonText' },
});

const heightOf = (lines: number) => ({ maxHeight: lines * lineHeight + 16 });

const Toggle = styled('button')({
  display: 'flex',
  alignItems: 'center',
  gap: 4,
  width: '100%',
  minHeight: 24,
  [COARSE]: { minHeight: 40 },
  padding: '0 2px',
  border: 0,
  borderRadius: 5,
  background: 'none',
  color: tokenVar('ink-3'),
  font: 'inherit',
  fontSize: '0.75rem',
  letterSpacing: 'inherit',
  textAlign: 'left',
  cursor: 'pointer',
  '&:hover': { color: tokenVar('ink') },
  '& > span': { overflow: 'hidden', textOverflow: 'ellipsis', whiteSpace: 'nowrap' },
});

/** What the dataset is about, and under it what the model is told with every request. */
export function BriefField() {
  const edit = useEdit();
  const brief = useDesign((state) => state.design.brief);
  return (
    <div>
      <Card>
        <Place path={['brief']}>
          <Field
            aria-label="Dataset brief"
            rows={2}
            style={heightOf(3)}
            value={brief}
            placeholder="What rows do you need? One or two sentences."
            onChange={({ target }) =>
              edit(
                { kind: 'set-field', field: 'brief', value: target.value },
                { coalesce: 'brief' },
              )
            }
          />
        </Place>
      </Card>
      <Instructions />
    </div>
  );
}

/** One quiet line until it is opened. */
function Instructions() {
  const edit = useEdit();
  const instructions = useDesign((state) => state.design.instructions);
  const isRevealed = useView(({ revealed }) =>
    isWrittenWithin(revealed?.path ?? '', 'instructions'),
  );
  const [isToggled, setToggled] = useState<boolean | undefined>(undefined);
  const isOpen = isToggled ?? isRevealed;
  const fieldId = useId();
  return (
    <>
      <Toggle
        type="button"
        aria-label="Instructions"
        aria-expanded={isOpen}
        aria-controls={isOpen ? fieldId : undefined}
        onClick={() => setToggled(!isOpen)}
      >
        <Icon glyph={isOpen ? ChevronDown : ChevronRight} size={13} />
        <span>{isOpen || instructions === '' ? 'Instructions' : instructions}</span>
      </Toggle>
      {isOpen && (
        <Card id={fieldId}>
          <Place path={['instructions']}>
            <Field
              aria-label="Instructions"
              rows={3}
              style={heightOf(6)}
              value={instructions}
              placeholder="Tone, language, what to avoid: told to the model with every request."
              onChange={({ target }) =>
                edit(
                  { kind: 'set-field', field: 'instructions', value: target.value },
                  { coalesce: 'instructions' },
                )
              }
            />
          </Place>
        </Card>
      )}
    </>
  );
}
