import { styled } from '@mui/material/styles';
import ArrowDown from 'lucide-react/icons/arrow-down';
import ArrowUp from 'lucide-react/icons/arrow-up';
import Ellipsis from 'lucide-react/icons/ellipsis';
import { useEffect, useRef, type MouseEvent, type RefObject } from 'react';
import { Icon } from '#ui/icon/icon.tsx';
import { VisuallyHidden } from '#ui/layout/visually-hidden.tsx';
import { fillGlyphOf } from '#ui/marks/fill-kinds.ts';
import { COARSE } from '#ui/theme/surface.ts';
import { tokenVar } from '#ui/theme/tokens.ts';
import type { GridColumn } from './grid-column.ts';
import { useGridFeed } from './grid-feed.ts';

/** The room that a menu takes where it does not come and go with the mouse. */
export const TOUCH_MENU_WIDTH = 22;

const Head = styled('div')({
  position: 'relative',
  display: 'flex',
  flexDirection: 'column',
  height: '100%',
  padding: '3px 8px 8px',
  '&[data-align=right]': { alignItems: 'flex-end' },
});

const Name = styled('div')({
  display: 'flex',
  alignItems: 'center',
  gap: 5,
  width: '100%',
  height: 20,
  fontWeight: 600,
  color: tokenVar('ink'),
  '& > svg': { color: tokenVar('ink-3') },
  '[data-align=right] > &': { justifyContent: 'flex-end' },
  '& > span': { overflow: 'hidden', textOverflow: 'ellipsis' },
  [COARSE]: { paddingRight: TOUCH_MENU_WIDTH },
});

const Summary = styled('div')({
  display: 'flex',
  alignItems: 'flex-end',
  gap: 6,
  height: 21,
  marginTop: 'auto',
  width: '100%',
  containerType: 'inline-size',
  containerName: 'head-summary',
  overflow: 'hidden',
  fontSize: '0.6875rem',
  fontWeight: 400,
  lineHeight: '14px',
  color: tokenVar('ink-3'),
  '[data-align=right] > &': { justifyContent: 'flex-end' },
});

interface ColumnHeadProps {
  readonly column: GridColumn;
  readonly sortDirection?: 'ASC' | 'DESC' | undefined;
}

const HeadMenu = styled('button')({
  display: 'inline-grid',
  placeItems: 'center',
  width: 20,
  height: 20,
  position: 'absolute',
  top: 3,
  right: 2,
  padding: 0,
  border: 0,
  borderRadius: 4,
  backgroundColor: tokenVar('sunken'),
  color: tokenVar('ink-3'),
  cursor: 'pointer',
  opacity: 0,
  '&:hover': { backgroundColor: tokenVar('press') },
  '.rdg-cell:hover &, .rdg-cell:focus &': { opacity: 1 },
  // Always there for a finger, beside the name and not over its end.
  [COARSE]: { opacity: 1, width: 32, height: 32, top: -3, right: -2, background: 'none' },
});

/** The element with the role is the library's, which has no place for a description. */
function useDescription(head: RefObject<HTMLElement | null>, words: string): void {
  useEffect(() => {
    const header = head.current?.closest('[role=columnheader]');
    if (words === '') header?.removeAttribute('aria-description');
    else header?.setAttribute('aria-description', words);
  }, [head, words]);
}

/**
 * Glyph, name and the live summary. The summary is a picture, so it stays out of the header's name; what
 * it says in words is the header's description.
 */
export function ColumnHead({ column, sortDirection }: ColumnHeadProps) {
  const { renderSummary, onHeadMenu, describeHead } = useGridFeed();
  const head = useRef<HTMLDivElement>(null);
  useDescription(head, describeHead(column.key));
  const open = (event: MouseEvent<HTMLElement>): void => {
    event.preventDefault();
    event.stopPropagation();
    onHeadMenu?.(column.key, event.currentTarget);
  };
  return (
    <Head ref={head} data-align={column.align ?? 'left'} onContextMenu={open}>
      <Name title={column.name}>
        {column.fillKind !== undefined && <Icon glyph={fillGlyphOf(column.fillKind)} size={15} />}
        <span aria-hidden={column.label === undefined ? undefined : true}>{column.name}</span>
        {column.label !== undefined && <VisuallyHidden>{column.label}</VisuallyHidden>}
        {sortDirection !== undefined && (
          <Icon glyph={sortDirection === 'ASC' ? ArrowUp : ArrowDown} size={13} />
        )}
        {onHeadMenu !== undefined && (
          // For the mouse: the keyboard opens the same menu from the header itself.
          <HeadMenu type="button" tabIndex={-1} aria-hidden title="Column menu" onClick={open}>
            <Icon glyph={Ellipsis} size={15} />
          </HeadMenu>
        )}
      </Name>
      <Summary aria-hidden>{renderSummary(column.key)}</Summary>
    </Head>
  );
}
