import { styled } from '@mui/material/styles';
import { Fragment } from 'react';
import { fillGroupOf } from '#ui/marks/fill-kinds.ts';
import { fillHue } from '#ui/theme/fill-hue.ts';
import { tokenVar } from '#ui/theme/tokens.ts';

export interface PromptPartView {
  readonly text: string;
  /** Kind of fill of the column that the words came from. */
  readonly fillKind?: string | undefined;
  readonly columnName?: string | undefined;
}

export interface PromptBlockView {
  readonly role: string;
  readonly parts: readonly PromptPartView[];
}

const Block = styled('section')({
  padding: '9px 12px 11px',
  borderRadius: 8,
  boxShadow: `inset 0 0 0 1px ${tokenVar('line-2')}`,
});

const Role = styled('div')({
  margin: '0 0 3px',
  color: tokenVar('ink-3'),
  fontSize: '0.6875rem',
  fontWeight: 500,
  lineHeight: '16px',
});

const Words = styled('p')({
  margin: 0,
  fontSize: '0.8125rem',
  lineHeight: '20px',
  whiteSpace: 'pre-wrap',
  overflowWrap: 'anywhere',
});

const Value = styled('span')({
  padding: '1px 2px',
  borderRadius: 3,
  boxDecorationBreak: 'clone',
  WebkitBoxDecorationBreak: 'clone',
});

/** Messages as they are sent; words that came from a column stand on its hue and name it. */
export function PromptBlocks({ blocks }: { readonly blocks: readonly PromptBlockView[] }) {
  return (
    <>
      {blocks.map(({ role, parts }, index) => (
        <Block key={index} aria-label={`${role} message`}>
          <Role>{role}</Role>
          <Words>
            {parts.map((part, place) => (
              <Fragment key={place}>{partOf(part)}</Fragment>
            ))}
          </Words>
        </Block>
      ))}
    </>
  );
}

function partOf({ text, fillKind, columnName }: PromptPartView) {
  if (fillKind === undefined) return text;
  const hue = fillHue(fillGroupOf(fillKind));
  return (
    <Value style={{ backgroundColor: hue.soft, color: hue.text }} title={columnName}>
      {text}
    </Value>
  );
}
