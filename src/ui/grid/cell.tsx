import Bookmark from 'lucide-react/icons/bookmark';
import CircleAlert from 'lucide-react/icons/circle-alert';
import CircleSlash from 'lucide-react/icons/circle-slash';
import History from 'lucide-react/icons/history';
import Lock from 'lucide-react/icons/lock';
import ThumbsDown from 'lucide-react/icons/thumbs-down';
import RotateCw from 'lucide-react/icons/rotate-cw';
import { memo, type ReactNode } from 'react';
import { Icon } from '#ui/icon/icon.tsx';
import { seriesVar } from '#ui/theme/series-token.ts';
import {
  Caret,
  CellFrame,
  CellTail,
  CellText,
  RetryButton,
  SeriesSquare,
  WaitingBar,
} from './cell-frame.tsx';
import type { CellView } from './cell-view.ts';

interface CellProps {
  /** Undefined while the row is not loaded: an empty ground, no words. */
  readonly cell: CellView | undefined;
  readonly align?: 'left' | 'right';
  readonly strong?: boolean;
  /** Row index; varies the length of waiting bars. */
  readonly row?: number;
  /** Tab index of the retry button inside the grid's roving focus. */
  readonly tabIndex?: number;
  readonly onRetry?: (() => void) | undefined;
}

const BAR_WIDTHS = [62, 74, 58, 70, 54, 66, 78] as const;

function cellBody(cell: CellView, row: number): ReactNode {
  switch (cell.kind) {
    case 'empty':
      return <span aria-hidden>·</span>;
    case 'null':
      return 'null';
    case 'waiting':
      return <WaitingBar style={{ width: `${BAR_WIDTHS[row % BAR_WIDTHS.length]}%` }} />;
    case 'streaming':
      return (
        <>
          <CellText>{cell.text}</CellText>
          <Caret />
        </>
      );
    case 'failed':
    case 'skipped':
      return (
        <>
          <Icon glyph={cell.kind === 'failed' ? CircleAlert : CircleSlash} size={13} />
          <CellText>{cell.reason ?? cell.text}</CellText>
        </>
      );
    default:
      return <CellText>{cell.text}</CellText>;
  }
}

function cellTail(cell: CellView): ReactNode {
  if (cell.isExample === true) {
    return (
      <CellTail data-tone="example">
        <Icon glyph={Bookmark} size={13} />
      </CellTail>
    );
  }
  if (cell.isDisliked === true) {
    return (
      <CellTail data-tone="lock">
        <Icon glyph={ThumbsDown} size={13} />
      </CellTail>
    );
  }
  if (cell.kind !== 'locked' && cell.kind !== 'outdated') return null;
  return (
    <CellTail data-tone={cell.kind === 'locked' ? 'lock' : 'old'}>
      <Icon glyph={cell.kind === 'locked' ? Lock : History} size={13} />
    </CellTail>
  );
}

function isSameView(one: CellView | undefined, other: CellView | undefined): boolean {
  if (one === undefined || other === undefined) return one === other;
  const keys = new Set([...Object.keys(one), ...Object.keys(other)]) as Set<keyof CellView>;
  return [...keys].every((key) => one[key] === other[key]);
}

function isSameCell(one: CellProps, other: CellProps): boolean {
  return (
    isSameView(one.cell, other.cell) &&
    one.align === other.align &&
    one.strong === other.strong &&
    one.row === other.row &&
    one.tabIndex === other.tabIndex &&
    one.onRetry === other.onRetry
  );
}

/**
 * One line, in the look of its state. The state's words are the grid cell's description. During a run
 * the grid asks all cells in view many times a second; only those that look different are drawn again.
 */
export const Cell = memo(DrawnCell, isSameCell);

function DrawnCell(props: CellProps) {
  const { cell, align = 'left', strong = false, row = 0, tabIndex = -1, onRetry } = props;
  if (cell === undefined) return <CellFrame />;
  return (
    <CellFrame data-kind={cell.kind} data-align={align} data-strong={strong}>
      {cell.mark !== undefined && (
        <SeriesSquare style={{ backgroundColor: seriesVar(cell.mark) }} />
      )}
      {cellBody(cell, row)}
      {cellTail(cell)}
      {cell.kind === 'failed' && onRetry && (
        <CellTail>
          <RetryButton type="button" aria-label="Retry" tabIndex={tabIndex} onClick={onRetry}>
            <Icon glyph={RotateCw} size={13} />
          </RetryButton>
        </CellTail>
      )}
    </CellFrame>
  );
}
