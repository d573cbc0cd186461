import { styled } from '@mui/material/styles';
import { FONT_MONO } from '#ui/theme/font-families.ts';
import { tokenVar } from '#ui/theme/tokens.ts';
import { MarkdownText } from './markdown-text.tsx';

export interface ChatTurn {
  readonly role: string;
  readonly content: string;
  /** Tools that the turn calls, with their arguments as text. */
  readonly calls?: readonly { readonly name: string; readonly input: string }[];
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
  '&[data-role=tool]': {
    boxShadow: `inset 0 0 0 1px ${tokenVar('line')}`,
    fontFamily: FONT_MONO,
    fontSize: '0.75rem',
    overflowWrap: 'anywhere',
  },
});

const Call = styled('p')({
  margin: '4px 0 0',
  color: tokenVar('ink-2'),
  overflowWrap: 'anywhere',
  '& code': { fontFamily: FONT_MONO, fontSize: '0.75rem' },
});

const List = styled('ol')({ margin: 0, padding: 0, listStyle: 'none', display: 'grid', gap: 8 });

/** A conversation as blocks, one for each turn. */
export function ChatTurns({ turns }: { readonly turns: readonly ChatTurn[] }) {
  return (
    <List aria-label="Conversation">
      {turns.map(({ role, content, calls = [] }, index) => (
        <Turn key={index} data-role={role}>
          <b>{role}</b>
          {content !== '' && <MarkdownText text={content} />}
          {calls.map(({ name, input }, at) => (
            <Call key={at}>
              calls <code>{name}</code> with <code>{input}</code>
            </Call>
          ))}
        </Turn>
      ))}
    </List>
  );
}
