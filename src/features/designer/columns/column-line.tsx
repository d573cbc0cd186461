import { styled } from '@mui/material/styles';
import EyeOff from 'lucide-react/icons/eye-off';
import type { Column } from '#core/design/design.ts';
import { useDesign } from '#state/react.tsx';
import { Icon } from '#ui/icon/icon.tsx';
import { VisuallyHidden } from '#ui/layout/visually-hidden.tsx';
import { ColumnChip } from '#ui/marks/column-chip.tsx';
import { FillTile } from '#ui/marks/fill-tile.tsx';
import { FONT_MONO } from '#ui/theme/font-families.ts';
import { tokenVar } from '#ui/theme/tokens.ts';
import { ColumnPicture } from './column-picture.tsx';
import { typeWord } from '#core/design/column-facts.ts';
import { columnSummary } from '#core/design/summary/column-summary.ts';

const Name = styled('span')({
  // The kind stays beside a name of any length.
  flex: '0 1 auto',
  minWidth: 40,
  overflow: 'hidden',
  textOverflow: 'ellipsis',
  whiteSpace: 'nowrap',
  fontWeight: 500,
});

const About = styled('span')({
  display: 'flex',
  flex: '1 0 0px',
  alignItems: 'center',
  gap: 8,
  minWidth: 150,
  color: tokenVar('ink-2'),
});

const Type = styled('span')({ flexShrink: 0, color: tokenVar('ink-3') });

const Summary = styled('span')({
  flex: 1,
  minWidth: 0,
  overflow: 'hidden',
  textOverflow: 'ellipsis',
  whiteSpace: 'nowrap',
  textAlign: 'right',
  '&[data-code=true]': { fontFamily: FONT_MONO, fontSize: '0.75rem', letterSpacing: '-0.03em' },
  '@container designer (max-width: 359px)': { visibility: 'hidden' },
});

/** The inside of a column's line: what it is called, what it is, and what it holds. */
export function ColumnLine({
  column,
  baseId,
}: {
  readonly column: Column;
  readonly baseId: string;
}) {
  const summary = useDesign((state) => columnSummary(column, state.design));
  return (
    <>
      <FillTile fillKind={column.fill.kind} />
      <Name id={`${baseId}-name`} title={column.name}>
        {column.name}
      </Name>
      <About id={`${baseId}-about`}>
        <Type>{typeWord(column)}</Type>
        {column.drop && (
          <span style={{ color: tokenVar('ink-3') }}>
            <Icon glyph={EyeOff} size={15} />
            <VisuallyHidden>, left out of exports, </VisuallyHidden>
          </span>
        )}
        <Summary data-code={summary.isCode} title={summary.text}>
          {summary.text}
        </Summary>
        {summary.call !== '' && <ColumnChip name={summary.call} fillKind="generated" />}
        <ColumnPicture column={column} />
      </About>
    </>
  );
}
