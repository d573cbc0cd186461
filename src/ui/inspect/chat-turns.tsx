import { styled } from '@mui/material/styles';
import { tokenVar } from '#ui/theme/tokens.ts';
import { MarkdownText } from './markdown-text.tsx';

export interface ChatTurn {
  readonly role: string;
  readonly content: string;
}

const Turn = styled('li')({
  padding: '8px 12px 10px',
  borderRadius: 8,
  '& > b': {
    display: 'block',
    margin: '0 0 2px',
    color: tokenVar('ink-3'),
    fontSize: '0.6875rem',
    fontWeight: 500,
    lineHeight: '16px',
  },
  '&[data-role=user]': { backgroundColor: tokenVar('sunken') },
  '&[data-role=assistant] > b': { color: tokenVar('generated') },
  '&[data-role=system]': { color: tokenVar('ink-2') },
});

const List = styled('ol')({ margin: 0, padding: 0, listStyle: 'none', display: 'grid', gap: 8 });

/** A conversation as blocks, one for each turn. */
export function ChatTurns({ turns }: { readonly turns: readonly ChatTurn[] }) {
  return (
    <List aria-label="Conversation">
      {turns.map(({ role, content }, index) => (
        <Turn key={index} data-role={role}>
          <b>{role}</b>
          <MarkdownText text={content} />
        </Turn>
      ))}
    </List>
  );
}
