import { styled } from '@mui/material/styles';
import Check from 'lucide-react/icons/check';
import { type KeyboardEvent, useRef, useState } from 'react';
import { limits } from '#core/base/limits.ts';
import { Icon } from '#ui/icon/icon.tsx';
import { COARSE } from '#ui/theme/surface.ts';
import { tokenVar } from '#ui/theme/tokens.ts';
import { useDesign } from '#state/react.tsx';
import type { SavedState } from '#state/design-store.ts';

const Name = styled('input')({
  fieldSizing: 'content',
  minWidth: 40,
  maxWidth: 320,
  height: 28,
  marginLeft: 4,
  padding: '0 6px',
  border: 0,
  borderRadius: 6,
  background: 'none',
  font: 'inherit',
  fontSize: '0.875rem',
  fontWeight: 600,
  letterSpacing: '-0.012em',
  color: tokenVar('ink'),
  textOverflow: 'ellipsis',
  '@media (max-width: 599.95px)': { flexShrink: 1, fontSize: '1rem' },
  [COARSE]: { height: 40 },
  '&:hover': { backgroundColor: tokenVar('hover') },
  '&:focus': { outline: `2px solid ${tokenVar('blue-line')}`, backgroundColor: tokenVar('sheet') },
});

const Saved = styled('span')({
  display: 'inline-flex',
  alignItems: 'center',
  gap: 4,
  flexShrink: 0,
  color: tokenVar('ink-3'),
  fontSize: '0.75rem',
  '@media (max-width: 599.95px)': { display: 'none' },
});

const words: Readonly<Record<SavedState, string>> = {
  sample: 'Sample',
  unknown: '',
  saving: 'Saving',
  saved: 'Saved',
  conflict: 'Not saved',
  'not-saved': 'Not saved',
};

/** The name, edited where it stands, and whether the work is safe. */
export function DesignName() {
  const name = useDesign((state) => state.design.name);
  const saved = useDesign((state) => (state.origin === 'sample' ? 'sample' : state.saved));
  const apply = useDesign((state) => state.actions.apply);
  const [draft, setDraft] = useState<string | undefined>(undefined);
  const isDiscarded = useRef(false);

  function commit() {
    const next = isDiscarded.current ? '' : (draft?.trim() ?? '');
    isDiscarded.current = false;
    if (next !== '' && next !== name) apply({ kind: 'set-field', field: 'name', value: next });
    setDraft(undefined);
  }

  function handleKey(event: KeyboardEvent<HTMLInputElement>) {
    if (event.nativeEvent.isComposing) return;
    // Leaving the field commits what was typed, unless Escape was the way out.
    isDiscarded.current = event.key === 'Escape';
    if (event.key === 'Enter' || event.key === 'Escape') event.currentTarget.blur();
  }

  return (
    <>
      <Name
        aria-label="Design name"
        value={draft ?? name}
        maxLength={limits.nameLength}
        spellCheck={false}
        onChange={(event) => {
          setDraft(event.target.value);
        }}
        onBlur={commit}
        onKeyDown={handleKey}
      />
      <Saved>
        {(saved === 'saved' || saved === 'sample') && <Icon glyph={Check} size={13} />}
        {words[saved]}
      </Saved>
    </>
  );
}
