import type { Plugin } from 'vite';

/** Read by Chromium on the first line of a script; a comment to everybody else. */
export const compileHint = '//# allFunctionsCalledOnLoad\n';

interface Script {
  readonly fileName: string;
  readonly imports: readonly string[];
}

/** The scripts that are evaluated when the entry is: itself and all that it imports, directly or not. */
export function scriptsOfEntry(entry: Script, scripts: ReadonlyMap<string, Script>): Set<string> {
  const found = new Set<string>();
  const open = [entry.fileName];
  for (let next = open.pop(); next !== undefined; next = open.pop()) {
    if (found.has(next)) continue;
    found.add(next);
    open.push(...(scripts.get(next)?.imports ?? []));
  }
  return found;
}

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
          for (const name of scriptsOfEntry(entry, scripts)) {
            const chunk = scripts.get(name);
            if (chunk?.code.startsWith(compileHint) === false)
              chunk.code = compileHint + chunk.code;
          }
      },
    },
  };
}
