import { describe, expect, it } from 'vitest';
import { firstScripts, workerScripts } from './first-scripts.ts';

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

describe('workerScripts', () => {
  it('finds the workers that a script starts, each once', () => {
    const code = `
      new Worker(new URL("/assets/engine.worker-D0_-a.js", import.meta.url), { type: "module" });
      new Worker(""+new URL("/assets/engine.worker-D0_-a.js", import.meta.url));
      new Worker(new URL("/assets/evaluator.worker-Bi.js", import.meta.url)); import("./assets/page-B.js");`;
    expect(workerScripts(code)).toEqual([
      'assets/engine.worker-D0_-a.js',
      'assets/evaluator.worker-Bi.js',
    ]);
  });

  it('finds none in a script that starts none', () => {
    expect(workerScripts('import("./assets/page-B.js");')).toEqual([]);
  });
});
