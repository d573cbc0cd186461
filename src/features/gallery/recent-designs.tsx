import { styled } from '@mui/material/styles';
import { useEffect, useState } from 'react';
import type { StoredDocument } from '#state/document-actions.ts';
import { useDesign, useWorkbench } from '#state/react.tsx';
import { tokenVar } from '#ui/theme/tokens.ts';
import { savedWords } from './saved-words.ts';

const Section = styled('section')({
  marginTop: 16,
  '& h3': { margin: '0 0 4px', fontSize: '0.8125rem', fontWeight: 600 },
  '& ul': { margin: 0, padding: 0, listStyle: 'none', maxHeight: 180, overflow: 'auto' },
});

const Line = styled('button')({
  display: 'flex',
  width: '100%',
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
  '& small': { color: tokenVar('ink-3'), fontSize: '0.75rem', whiteSpace: 'nowrap' },
  '&:hover': { backgroundColor: tokenVar('hover') },
  '&:focus-visible': { outline: `2px solid ${tokenVar('blue-line')}`, outlineOffset: -2 },
});

const mostShown = 20;

/** What was open before: every design of this browser, newest first. */
export function RecentDesigns() {
  const { documents, now } = useWorkbench();
  const openId = useDesign((state) => state.documentId);
  const [stored, setStored] = useState<readonly StoredDocument[]>([]);
  useEffect(() => {
    let isCurrent = true;
    documents
      .recent()
      .then((list) => {
        if (isCurrent) setStored(list);
      })
      .catch(() => undefined);
    return () => {
      isCurrent = false;
    };
  }, [documents]);
  const others = stored.filter(({ documentId }) => documentId !== openId).slice(0, mostShown);
  if (others.length === 0) return null;
  return (
    <Section>
      <h3>Recent designs</h3>
      <ul>
        {others.map(({ documentId, name, savedAtMs }) => (
          <li key={documentId}>
            <Line type="button" onClick={() => void documents.openDocument(documentId)}>
              {name}
              <small>{savedWords(savedAtMs, now())}</small>
            </Line>
          </li>
        ))}
      </ul>
    </Section>
  );
}
