import type { Plugin } from 'vite';
import { reached } from './reached.ts';

/** Read by Chromium on the first line of a script; a comment to everybody else. */
export const compileHint = '//# allFunctionsCalledOnLoad\n';

/**
 * Tells the browser that most functions of the page's first scripts are called before the first rows
 * are there. It compiles them while it reads the scripts, beside the page, and not one by one when
 * each is called.
 */
export function compileHints(): Plugin {
  return {
    name: 'compile-hints',
    apply: 'build',
    generateBundle: {
      // After the last rewrite of the code: the hint has to be the first line.
      order: 'post',
      handler(_options, bundle) {
        const chunks = Object.values(bundle).filter((output) => output.type === 'chunk');
        const scripts = new Map(chunks.map((chunk) => [chunk.fileName, chunk]));
        const importsOf = (name: string) => scripts.get(name)?.imports ?? [];
        const entries = chunks.filter(({ isEntry }) => isEntry);
        const first = entries.flatMap(({ fileName }) => [...reached(fileName, importsOf)]);
        for (const name of new Set(first)) {
          const script = scripts.get(name);
          if (script !== undefined) script.code = compileHint + script.code;
        }
      },
    },
  };
}
