import { fireEvent, render, screen } from '@testing-library/react';
import { afterEach, beforeEach, expect, it, vi } from 'vitest';
import { useLongPress } from './use-long-press.ts';

beforeEach(() => void vi.useFakeTimers());
afterEach(() => void vi.useRealTimers());

function setUp() {
  const heard: string[] = [];
  function Grid() {
    return (
      <div {...useLongPress()}>
        <div
          role="gridcell"
          tabIndex={0}
          onMouseDown={({ button }) => heard.push(`down ${button}`)}
          onContextMenu={() => heard.push('menu')}
        >
          oak
        </div>
      </div>
    );
  }
  render(<Grid />);
  const finger = (x: number, y = 20) => ({ touches: [{ clientX: x, clientY: y }] });
  return { heard, cell: screen.getByRole('gridcell'), finger };
}

it('asks for the menu of a cell that a finger rests on, and makes no press of the lifted finger', () => {
  const { heard, cell, finger } = setUp();
  fireEvent.touchStart(cell, finger(10));
  fireEvent.touchMove(cell, finger(14));
  expect(heard).toEqual([]);
  vi.runAllTimers();
  expect(heard).toEqual(['down 2', 'menu']);
  // False where the default was prevented.
  expect(fireEvent.touchEnd(cell, { touches: [] })).toBe(false);
});

it('leaves a tap and a finger that scrolls alone', () => {
  const { heard, cell, finger } = setUp();
  fireEvent.touchStart(cell, finger(10));
  expect(fireEvent.touchEnd(cell, { touches: [] })).toBe(true);
  fireEvent.touchStart(cell, finger(10));
  fireEvent.touchMove(cell, finger(10, 60));
  vi.runAllTimers();
  expect(heard).toEqual([]);
});
