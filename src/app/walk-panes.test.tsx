import { describe, expect, it } from 'vitest';
import { walkPanes } from './walk-panes.ts';

function setUp(): () => string | undefined {
  const tags = ['header', 'section', 'main', 'footer'];
  document.body.replaceChildren(
    ...tags.map((tag) => {
      const pane = document.createElement(tag);
      if (tag === 'section') pane.setAttribute('role', 'complementary');
      if (tag !== 'footer') {
        const button = document.createElement('button');
        button.textContent = tag;
        pane.append(button);
      }
      return pane;
    }),
  );
  return () => document.activeElement?.textContent ?? undefined;
}

describe('walkPanes', () => {
  it('goes from pane to pane and around, past those without a control', () => {
    const focused = setUp();
    const seen = Array.from({ length: 4 }, () => {
      walkPanes(document, 1);
      return focused();
    });
    expect(seen).toEqual(['header', 'section', 'main', 'header']);
  });

  it('goes back', () => {
    const focused = setUp();
    walkPanes(document, 1);
    walkPanes(document, -1);
    expect(focused()).toBe('main');
  });
});
