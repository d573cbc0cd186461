import { styled } from '@mui/material/styles';
import Trash2 from 'lucide-react/icons/trash-2';
import { useCallback, useEffect, useState } from 'react';
import type { StoredDocument } from '#state/document-actions.ts';
import { useDesign, useWorkbench } from '#state/react.tsx';
import { IconButton } from '#ui/actions/icon-button.tsx';
import { focusRing } from '#ui/theme/surface.ts';
import { tokenVar } from '#ui/theme/tokens.ts';
import { savedWords } from './saved-words.ts';

const Section = styled('section')({
  marginTop: 16,
  '& h3': { margin: '0 0 4px', fontSize: '0.8125rem', fontWeight: 600 },
  '& ul': { margin: 0, padding: 0, listStyle: 'none', maxHeight: 180, overflow: 'auto' },
});

const Entry = styled('li')({ display: 'flex', alignItems: 'center', gap: 4 });

const Line = styled('button')({
  display: 'flex',
  flex: 1,
  minWidth: 0,
  alignItems: 'center',
  justifyContent: 'space-between',
  gap: 12,
  minHeight: 30,
  padding: '0 8px',
  border: 0,
  borderRadius: 6,
  background: 'none',
  font: 'inherit',
  textAlign: 'left',
  color: tokenVar('ink'),
  cursor: 'pointer',
  '& > span': { minWidth: 0, overflow: 'hidden', textOverflow: 'ellipsis', whiteSpace: 'nowrap' },
  '& small': { color: tokenVar('ink-3'), fontSize: '0.75rem', whiteSpace: 'nowrap' },
  '&:hover': { backgroundColor: tokenVar('hover') },
  '&:focus-visible': { ...focusRing, outlineOffset: -2 },
});

const mostShown = 20;

/** What was open before: every design of this browser, newest first. */
export function RecentDesigns() {
  const { documents, now } = useWorkbench();
  const openId = useDesign((state) => state.documentId);
  const [stored, setStored] = useState<readonly StoredDocument[]>([]);
  const load = useCallback(() => {
    documents.recent().then(setStored, () => setStored([]));
  }, [documents]);
  useEffect(load, [load]);
  const others = stored.filter(({ documentId }) => documentId !== openId).slice(0, mostShown);
  if (others.length === 0) return null;
  return (
    <Section>
      <h3>Recent designs</h3>
      <ul>
        {others.map((document) => (
          <Entry key={document.documentId}>
            <Line type="button" onClick={() => void documents.openDocument(document.documentId)}>
              <span>{document.name}</span>
              <small>{savedWords(document.savedAtMs, now())}</small>
            </Line>
            <IconButton
              label={`Delete “${document.name}”`}
              glyph={Trash2}
              size="small"
              onClick={() => {
                documents.remove(document, load).catch(load);
              }}
            />
          </Entry>
        ))}
      </ul>
    </Section>
  );
}
