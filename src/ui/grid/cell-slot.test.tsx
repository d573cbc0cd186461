import { render, screen } from '@testing-library/react';
import { describe, expect, it, vi } from 'vitest';
import { CellSlot } from './cell-slot.tsx';
import { type CellView, describeCell } from './cell-view.ts';
import { EMPTY_FEED, type GridFeed, GridFeedContext } from './grid-feed.ts';

const column = { key: 'model', name: 'model' };

const feed = (cell: CellView | undefined, onRetry?: GridFeed['onRetry']): GridFeed => ({
  ...EMPTY_FEED,
  getCell: () => cell,
  isRowBusy: () => false,
  rowNumberOf: (row) => row + 1,
  renderSummary: () => null,
  onRetry,
});

const slot = (value: GridFeed) => (
  <GridFeedContext value={value}>
    <CellSlot row={4} column={column} tabIndex={0} />
  </GridFeedContext>
);

describe('describeCell', () => {
  it.each<[CellView, string | undefined]>([
    [{ kind: 'done', text: 'Ridge' }, undefined],
    [{ kind: 'empty', text: '' }, 'not written yet'],
    [{ kind: 'failed', text: '', reason: 'repeats row 88' }, 'failed: repeats row 88'],
    [{ kind: 'skipped', text: '', reason: 'size is below 33' }, 'skipped: size is below 33'],
    [{ kind: 'locked', text: 'Ridge', isExample: true }, 'locked, used as an example'],
    [
      { kind: 'outdated', text: 'Ridge', reason: 'written for 55 in' },
      'out of date: written for 55 in',
    ],
  ])('says %o as "%s"', (cell, words) => {
    expect(describeCell(cell)).toBe(words);
  });
});

describe('CellSlot', () => {
  it('repaints when the feed changes', () => {
    const { rerender } = render(slot(feed({ kind: 'streaming', text: 'Rid' })));
    rerender(slot(feed({ kind: 'done', text: 'Ridge QX55' })));
    expect(screen.getByText('Ridge QX55')).toBeInTheDocument();
  });

  it('shows the reason of a failure and retries that cell', () => {
    const onRetry = vi.fn();
    render(slot(feed({ kind: 'failed', text: '', reason: '41 words' }, onRetry)));
    expect(screen.getByText('41 words')).toBeInTheDocument();
    screen.getByRole('button', { name: 'Retry' }).click();
    expect(onRetry).toHaveBeenCalledWith(4, 'model');
  });

  it('draws no words for a row that is not loaded', () => {
    const { container } = render(slot(feed(undefined)));
    expect(container).toHaveTextContent('');
  });
});
