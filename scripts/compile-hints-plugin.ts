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
        for (const entry of chunks.filter(({ isEntry }) => isEntry))
          for (const name of reached(
            entry.fileName,
            (script) => scripts.get(script)?.imports ?? [],
          )) {
            const chunk = scripts.get(name);
            if (chunk?.code.startsWith(compileHint) === false)
              chunk.code = compileHint + chunk.code;
          }
      },
    },
  };
}
