import { render, screen } from '@testing-library/react';
import { expect, it } from 'vitest';
import { ColumnHead } from './column-head.tsx';
import { EMPTY_FEED, GridFeedContext } from './grid-feed.ts';

function header(words: string) {
  return (
    <GridFeedContext
      value={{
        ...EMPTY_FEED,
        renderSummary: () => <span>picture</span>,
        describeHead: (key) => (key === 'title' ? words : ''),
      }}
    >
      <div role="columnheader">
        <ColumnHead column={{ key: 'title', name: 'title' }} />
      </div>
    </GridFeedContext>
  );
}

it('says to those who do not see its summary what that says, beside its name', () => {
  const { rerender } = render(header('1 correction, 1 example in use'));
  const head = screen.getByRole('columnheader', { name: 'title' });
  expect(head).toHaveAttribute('aria-description', '1 correction, 1 example in use');
  rerender(header(''));
  expect(head).not.toHaveAttribute('aria-description');
});
