import { act, fireEvent, render, screen } from '@testing-library/react';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { ThemeRoot } from '#ui/theme/theme-root.tsx';
import { TipHost } from './tip-host.tsx';
import { tipProps } from './tip.ts';

beforeEach(() => {
  vi.useFakeTimers();
});
afterEach(() => {
  vi.useRealTimers();
});

function setUp() {
  render(
    <ThemeRoot>
      <TipHost />
      <button {...tipProps('Undo', 'Ctrl+Z')}>u</button>
      <button {...tipProps('Redo')}>r</button>
      <p>Other</p>
    </ThemeRoot>,
  );
  const pointAt = (name: string) => {
    fireEvent.pointerOver(screen.getByText(name), { pointerType: 'mouse' });
  };
  const wait = (ms: number) => {
    act(() => {
      vi.advanceTimersByTime(ms);
    });
  };
  return { pointAt, wait, tip: () => screen.queryByRole('tooltip') };
}

describe('the tooltip', () => {
  it('names what is pointed at, with its keys, after a moment', () => {
    const { pointAt, wait, tip } = setUp();
    pointAt('u');
    wait(300);
    expect(tip()).toBeNull();
    wait(100);
    expect(tip()).toHaveTextContent('UndoCtrl+Z');
    expect(screen.getByText('u')).toHaveAttribute('aria-keyshortcuts', 'Control+Z');
  });

  it('follows to the next button sooner, and goes with the pointer', () => {
    const { pointAt, wait, tip } = setUp();
    pointAt('u');
    wait(400);
    pointAt('r');
    wait(200);
    expect(tip()).toHaveTextContent('Redo');
    pointAt('Other');
    expect(tip()).toBeNull();
  });

  it('stays while it is pointed at itself, and goes with Escape or a press', () => {
    const { pointAt, wait, tip } = setUp();
    pointAt('r');
    wait(400);
    fireEvent.pointerOver(screen.getByRole('tooltip'), { pointerType: 'mouse' });
    expect(tip()).not.toBeNull();
    fireEvent.keyDown(document.body, { key: 'Escape' });
    expect(tip()).toBeNull();
    pointAt('u');
    wait(400);
    fireEvent.pointerDown(screen.getByText('u'));
    expect(tip()).toBeNull();
  });

  it('is not shown to a finger', () => {
    const { wait, tip } = setUp();
    fireEvent.pointerOver(screen.getByText('u'), { pointerType: 'touch' });
    wait(1_000);
    expect(tip()).toBeNull();
  });

  it('is shown to the keyboard that walks to it, and not where the focus was put', () => {
    const { wait, tip } = setUp();
    const undo = screen.getByText('u');
    fireEvent.keyDown(document.body, { key: 'Enter' });
    act(() => undo.focus());
    wait(1_000);
    expect(tip()).toBeNull();
    act(() => undo.blur());
    fireEvent.keyDown(document.body, { key: 'Tab' });
    act(() => undo.focus());
    wait(400);
    expect(tip()).toHaveTextContent('Undo');
  });
});
