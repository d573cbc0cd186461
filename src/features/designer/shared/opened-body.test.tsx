import { fireEvent, render, screen } from '@testing-library/react';
import { afterEach, beforeEach, expect, it, vi } from 'vitest';
import { OpenedBody } from './opened-body.tsx';

let resize: () => void = () => undefined;

class HandObserver {
  private readonly told: () => void;
  constructor(told: () => void) {
    this.told = told;
  }
  observe(): void {
    resize = this.told;
  }
  disconnect(): void {
    resize = () => undefined;
  }
}

const scrolled: string[] = [];

beforeEach(() => {
  vi.stubGlobal('ResizeObserver', HandObserver);
  scrolled.length = 0;
  Element.prototype.scrollIntoView = function (this: Element) {
    scrolled.push(this.tagName);
  };
});
afterEach(() => {
  vi.unstubAllGlobals();
  delete (Element.prototype as Partial<Element>).scrollIntoView;
});

it('brings its item into view as it grows, and what has the focus last, until the user acts', () => {
  render(
    <ul>
      <li>
        <OpenedBody>
          <input />
        </OpenedBody>
      </li>
    </ul>,
  );
  resize();
  expect(scrolled).toEqual(['LI']);
  screen.getByRole('textbox').focus();
  resize();
  expect(scrolled).toEqual(['LI', 'LI', 'INPUT']);
  fireEvent.wheel(window);
  resize();
  expect(scrolled).toHaveLength(3);
});
