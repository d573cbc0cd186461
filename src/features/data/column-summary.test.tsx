import { render } from '@testing-library/react';
import { expect, it } from 'vitest';
import type { JsonValue } from '#core/base/json.ts';
import { profileColumn } from '#core/analysis/column-profile.ts';
import { readColumns } from '#core/rows/row-reader.ts';
import { ThemeRoot } from '#ui/theme/theme-root.tsx';
import { ColumnSummary } from './column-summary.tsx';

function summaryOf(values: readonly JsonValue[]): HTMLElement {
  const profile = profileColumn(readColumns({ a: values }), 'a');
  return render(
    <ThemeRoot>
      <ColumnSummary profile={profile} />
    </ThemeRoot>,
  ).container;
}

it('draws how long texts are beside the words that say it', () => {
  const summary = summaryOf(['one two three four five', 'one two three four five six seven']);
  expect(summary).toHaveTextContent('5 to 7 words');
  expect(summary.querySelectorAll('rect')).toHaveLength(3);
});

it('draws shares only where a value repeats', () => {
  expect(summaryOf(['desk', 'floor', 'wall'])).toHaveTextContent('3 distinct');
  expect(summaryOf(['desk', 'floor', 'desk']).textContent).toBe('');
});
