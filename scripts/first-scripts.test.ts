import { describe, expect, it } from 'vitest';
import { firstScripts } from './first-scripts.ts';

describe('firstScripts', () => {
  it('finds the entry and what it imports, each once', () => {
    const html = `
      <script type="module" crossorigin src="/assets/index-a1.js"></script>
      <link rel="modulepreload" crossorigin href="/assets/react-b2.js">
      <link rel="modulepreload" crossorigin href="/assets/react-b2.js">
      <link rel="stylesheet" crossorigin href="/assets/index-c3.css">
      <link rel="icon" href="/favicon.svg" />`;
    expect(firstScripts(html)).toEqual(['assets/index-a1.js', 'assets/react-b2.js']);
  });
});
