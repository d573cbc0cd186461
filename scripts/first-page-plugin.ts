import type { Plugin, Rolldown } from 'vite';
import { reached } from './reached.ts';

type Bundle = Rolldown.OutputBundle;

/** Read by Chromium on the first line of a script; a comment to everybody else. */
export const compileHint = '//# allFunctionsCalledOnLoad\n';

/**
 * What the first screen takes: the entry, the page that it loads at once, and all that these import.
 * The page has it named, so that it is fetched from the start; and the browser is told that most of its
 * functions are called before the first rows are there, so it compiles them while it reads the scripts,
 * beside the page, and not one by one when each is called.
 */
export function firstPage(): Plugin[] {
  return [
    {
      name: 'first-page-links',
      apply: 'build',
      transformIndexHtml: {
        order: 'post',
        handler: (html, { bundle = {} }) =>
          linksOf(bundle).filter(({ attrs }) => !html.includes(attrs.href)),
      },
    },
    {
      name: 'compile-hints',
      apply: 'build',
      generateBundle: {
        // After the last rewrite of the code: the hint has to be the first line.
        order: 'post',
        handler(_options, bundle) {
          for (const chunk of firstChunks(bundle)) chunk.code = compileHint + chunk.code;
        },
      },
    },
  ];
}

function firstChunks(bundle: Bundle): readonly Rolldown.OutputChunk[] {
  const chunks = Object.values(bundle).filter((output) => output.type === 'chunk');
  const scripts = new Map(chunks.map((chunk) => [chunk.fileName, chunk]));
  const importsOf = (name: string): readonly string[] => {
    const { imports = [], dynamicImports = [], isEntry = false } = scripts.get(name) ?? {};
    return isEntry ? [...imports, ...dynamicImports] : imports;
  };
  const entries = chunks.filter(({ isEntry }) => isEntry);
  const names = new Set(entries.flatMap(({ fileName }) => [...reached(fileName, importsOf)]));
  return [...names].flatMap((name) => scripts.get(name) ?? []);
}

function linksOf(bundle: Bundle) {
  const chunks = firstChunks(bundle);
  const styles = new Set(
    chunks.flatMap(({ viteMetadata }) => [...(viteMetadata?.importedCss ?? [])]),
  );
  return [
    ...chunks.map(({ fileName }) => link('modulepreload', fileName)),
    ...[...styles].map((fileName) => link('stylesheet', fileName)),
  ];
}

function link(rel: string, fileName: string) {
  const attrs = { rel, crossorigin: true, href: `/${fileName}` };
  return { tag: 'link', attrs, injectTo: 'head' as const };
}
