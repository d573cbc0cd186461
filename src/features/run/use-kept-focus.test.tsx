import { render, screen } from '@testing-library/react';
import { describe, expect, it } from 'vitest';
import { useKeptFocus } from './use-kept-focus.ts';

/** What stands over the rows when the run is paused, and what may stand there without it. */
function Screen({ mode, role }: { readonly mode: string; readonly role: string }) {
  const kept = useKeptFocus(mode);
  return (
    <>
      <div {...kept}>
        <button type="button">{mode === 'running' ? 'Stop' : 'Resume'}</button>
      </div>
      {mode !== 'running' && (
        <div role={role}>
          <button type="button">Enter another key</button>
        </div>
      )}
    </>
  );
}

function mend(role: string) {
  const { rerender } = render(<Screen mode="resumable" role={role} />);
  screen.getByRole('button', { name: 'Enter another key' }).focus();
  rerender(<Screen mode="running" role={role} />);
}

describe('useKeptFocus', () => {
  it.each(['dialog', 'group'])('takes over from a %s that has mended the run', (role) => {
    mend(role);
    expect(screen.getByRole('button', { name: 'Stop' })).toHaveFocus();
  });

  it('takes nothing over from elsewhere', () => {
    mend('grid');
    expect(document.body).toHaveFocus();
  });
});
