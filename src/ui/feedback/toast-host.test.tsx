import { act, fireEvent, render, screen } from '@testing-library/react';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { ToastHost } from './toast-host.tsx';
import type { ToastView } from './toast-view.ts';

beforeEach(() => vi.useFakeTimers());
afterEach(() => vi.useRealTimers());

const undoable = (onUndo: () => void): ToastView => ({
  id: 'a',
  message: 'Column deleted',
  onUndo,
});

describe('ToastHost', () => {
  it('undoes once and dismisses', () => {
    const onUndo = vi.fn();
    const onDismiss = vi.fn();
    render(<ToastHost toasts={[undoable(onUndo)]} onDismiss={onDismiss} />);
    fireEvent.click(screen.getByRole('button', { name: 'Undo' }));
    expect(onUndo).toHaveBeenCalledOnce();
    expect(onDismiss).toHaveBeenCalledWith('a');
  });

  it('leaves after twelve seconds when it can be undone', () => {
    const onDismiss = vi.fn();
    render(<ToastHost toasts={[undoable(vi.fn())]} onDismiss={onDismiss} />);
    act(() => void vi.advanceTimersByTime(11_999));
    expect(onDismiss).not.toHaveBeenCalled();
    act(() => void vi.advanceTimersByTime(1));
    expect(onDismiss).toHaveBeenCalledWith('a');
  });

  it('goes on with its time where another place takes it over, such as a dialog that opens', () => {
    const onDismiss = vi.fn();
    const toast = { ...undoable(vi.fn()), time: { shownMs: 0 } };
    const first = render(<ToastHost toasts={[toast]} onDismiss={onDismiss} />);
    act(() => void vi.advanceTimersByTime(9_000));
    first.unmount();
    render(<ToastHost inFlow toasts={[toast]} onDismiss={onDismiss} />);
    act(() => void vi.advanceTimersByTime(2_999));
    expect(onDismiss).not.toHaveBeenCalled();
    act(() => void vi.advanceTimersByTime(1));
    expect(onDismiss).toHaveBeenCalledWith('a');
  });

  it('stays while it is hovered', () => {
    const onDismiss = vi.fn();
    render(<ToastHost toasts={[{ id: 'a', message: 'Saved' }]} onDismiss={onDismiss} />);
    fireEvent.mouseOver(screen.getByText('Saved'));
    act(() => void vi.advanceTimersByTime(60_000));
    expect(onDismiss).not.toHaveBeenCalled();
  });

  it('gives the focus back to where it was, so that the next Escape is heard', () => {
    const view = (toasts: readonly ToastView[], hasField = true) => (
      <div tabIndex={-1}>
        <div role="dialog" aria-label="Export">
          {hasField && <input aria-label="Name" />}
          <ToastHost toasts={toasts} onDismiss={vi.fn()} />
        </div>
      </div>
    );
    const { rerender } = render(view([undoable(vi.fn())]));
    act(() => screen.getByRole('textbox').focus());
    act(() => screen.getByRole('button', { name: 'Undo' }).focus());
    fireEvent.click(screen.getByRole('button', { name: 'Undo' }));
    expect(screen.getByRole('textbox')).toHaveFocus();

    // Where that place is gone, the dialog itself.
    act(() => screen.getByRole('button', { name: 'Dismiss' }).focus());
    rerender(view([undoable(vi.fn())], false));
    fireEvent.click(screen.getByRole('button', { name: 'Dismiss' }));
    expect(screen.getByRole('dialog').parentElement).toHaveFocus();
  });

  it('shows the newest three', () => {
    const toasts = ['one', 'two', 'three', 'four'].map((message) => ({ id: message, message }));
    render(<ToastHost toasts={toasts} onDismiss={vi.fn()} />);
    expect(screen.queryByText('one')).not.toBeInTheDocument();
    expect(screen.getByText('four')).toBeInTheDocument();
  });
});
