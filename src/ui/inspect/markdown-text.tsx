import { styled } from '@mui/material/styles';
import { lexer, type Token, type Tokens } from 'marked';
import { Fragment, type ReactNode } from 'react';
import { FONT_MONO } from '#ui/theme/font-families.ts';
import { tokenVar } from '#ui/theme/tokens.ts';

const Prose = styled('div')({
  fontSize: '0.8125rem',
  lineHeight: '20px',
  overflowWrap: 'anywhere',
  '& p, & ul, & ol, & blockquote, & pre, & table, & h4': { margin: '0 0 8px' },
  '& > :last-child': { marginBottom: 0 },
  '& h4': { fontSize: '0.8125rem', fontWeight: 600 },
  '& p, & h4, & li': { whiteSpace: 'pre-wrap' },
  '& ul, & ol': { paddingLeft: 20 },
  '& blockquote': {
    margin: '0 0 8px',
    paddingLeft: 10,
    borderLeft: `2px solid ${tokenVar('line-2')}`,
    color: tokenVar('ink-2'),
  },
  '& pre, & code': { fontFamily: FONT_MONO, fontSize: '0.75rem', letterSpacing: '-0.03em' },
  '& pre': {
    padding: '8px 10px',
    borderRadius: 6,
    backgroundColor: tokenVar('sunken'),
    whiteSpace: 'pre-wrap',
  },
  '& hr': { border: 0, borderTop: `1px solid ${tokenVar('line')}` },
  '& table': { borderCollapse: 'collapse' },
  '& th, & td': {
    padding: '2px 10px 2px 0',
    borderBottom: `1px solid ${tokenVar('grid')}`,
    textAlign: 'left',
    verticalAlign: 'top',
  },
});

/**
 * A text with its Markdown drawn as elements. Nothing in it becomes live: links and images stay words
 * with their address beside them, HTML stays text.
 */
export function MarkdownText({ text }: { readonly text: string }) {
  return <Prose>{drawAll(lexer(text))}</Prose>;
}

function drawAll(tokens: readonly Token[] | undefined): ReactNode {
  return (tokens ?? []).map((token, index) => <Fragment key={index}>{draw(token)}</Fragment>);
}

function draw(token: Token): ReactNode {
  return drawBlock(token as BlockToken) ?? drawInline(token as InlineToken);
}

type BlockToken =
  | Tokens.Paragraph
  | Tokens.Heading
  | Tokens.Code
  | Tokens.Blockquote
  | Tokens.List
  | Tokens.Table
  | Tokens.Hr
  | Tokens.Space;

/** Undefined for what stands inside a line. */
function drawBlock(token: BlockToken): ReactNode {
  switch (token.type) {
    case 'paragraph':
      return <p>{drawAll(token.tokens)}</p>;
    case 'heading':
      return <h4>{drawAll(token.tokens)}</h4>;
    case 'code':
      return <pre>{token.text}</pre>;
    case 'blockquote':
      return <blockquote>{drawAll(token.tokens)}</blockquote>;
    case 'list':
      return drawList(token);
    case 'table':
      return drawTable(token);
    case 'hr':
      return <hr />;
    case 'space':
      return '';
  }
}

type InlineToken =
  | Tokens.Strong
  | Tokens.Em
  | Tokens.Del
  | Tokens.Codespan
  | Tokens.Br
  | Tokens.Link
  | Tokens.Image
  | Tokens.Escape
  | Tokens.Text;

function drawInline(token: InlineToken): ReactNode {
  switch (token.type) {
    case 'strong':
      return <strong>{drawAll(token.tokens)}</strong>;
    case 'em':
      return <em>{drawAll(token.tokens)}</em>;
    case 'del':
      return <del>{drawAll(token.tokens)}</del>;
    case 'codespan':
      return <code>{token.text}</code>;
    case 'br':
      return <br />;
    case 'link':
    case 'image':
      return token.text === token.href ? token.href : token.raw;
    case 'escape':
      return token.text;
    case 'text':
      return token.tokens === undefined ? token.text : drawAll(token.tokens);
    default:
      // HTML, definitions and whatever the library learns later: as it was written.
      return (token as Token).raw;
  }
}

function drawList({ ordered, start, items }: Tokens.List): ReactNode {
  const lines = items.map((item, index) => <li key={index}>{drawAll(item.tokens)}</li>);
  return ordered ? <ol start={Number(start) || 1}>{lines}</ol> : <ul>{lines}</ul>;
}

function drawTable({ header, rows }: Tokens.Table): ReactNode {
  return (
    <table>
      <thead>
        <tr>
          {header.map((cell, index) => (
            <th key={index}>{drawAll(cell.tokens)}</th>
          ))}
        </tr>
      </thead>
      <tbody>
        {rows.map((row, index) => (
          <tr key={index}>
            {row.map((cell, place) => (
              <td key={place}>{drawAll(cell.tokens)}</td>
            ))}
          </tr>
        ))}
      </tbody>
    </table>
  );
}
