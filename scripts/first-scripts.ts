/** The scripts that a page loads before it shows anything: its entry, what that imports, and the workers. */

/** Paths relative to the build, as `index.html` names them; the bundler lists every static import there. */
export function firstScripts(html: string): readonly string[] {
  const found = html.matchAll(/<(?:script|link)\b[^>]*?\b(?:src|href)="\/?(assets\/[^"]+\.js)"/g);
  return [...new Set([...found].map(([, path = '']) => path))];
}

/** The workers that a script starts, as paths like those of `firstScripts`. */
export function workerScripts(code: string): readonly string[] {
  return [...new Set(code.match(/assets\/[\w.-]+\.worker-[\w-]+\.js/g) ?? [])];
}
