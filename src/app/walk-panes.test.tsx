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

  it('goes on from a pane inside another, such as an open cell inside the data', () => {
    const focused = setUp();
    const drawer = document.createElement('aside');
    drawer.setAttribute('role', 'complementary');
    const button = document.createElement('button');
    button.textContent = 'drawer';
    drawer.append(button);
    document.querySelector('main')?.append(drawer);
    const seen = Array.from({ length: 5 }, () => {
      walkPanes(document, 1);
      return focused();
    });
    expect(seen).toEqual(['header', 'section', 'main', 'drawer', 'header']);
  });
});
