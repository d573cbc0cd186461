import { render, screen } from '@testing-library/react';
import { describe, expect, it, vi } from 'vitest';
import { CountTabs } from './count-tabs.tsx';

describe('CountTabs', () => {
  it('keeps the count out of the name and says it as the description', () => {
    const tabs = [
      { value: 'rows', label: 'Rows', count: 137 },
      { value: 'charts', label: 'Charts' },
    ];
    render(<CountTabs label="Data views" tabs={tabs} value="rows" onChange={vi.fn()} />);
    expect(screen.getByRole('tab', { name: 'Rows' })).toHaveAccessibleDescription('137');
  });
});
