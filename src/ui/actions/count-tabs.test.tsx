import { render, screen } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { useState } from 'react';
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

  it('is one tab stop whose arrows choose, around the ends too', async () => {
    function Views() {
      const [value, setValue] = useState('rows');
      const tabs = ['Rows', 'Charts', 'Quality'].map((label) => ({
        value: label.toLowerCase(),
        label,
      }));
      return <CountTabs label="Data views" tabs={tabs} value={value} onChange={setValue} />;
    }
    render(<Views />);
    await userEvent.tab();
    expect(screen.getByRole('tab', { name: 'Rows' })).toHaveFocus();
    await userEvent.keyboard('{ArrowLeft}');
    const last = screen.getByRole('tab', { name: 'Quality' });
    expect(last).toHaveFocus();
    expect(last).toHaveAttribute('aria-selected', 'true');
    await userEvent.keyboard('{Home}');
    expect(screen.getByRole('tab', { name: 'Rows' })).toHaveAttribute('aria-selected', 'true');
    await userEvent.tab();
    expect(document.body).toHaveFocus();
  });
});
