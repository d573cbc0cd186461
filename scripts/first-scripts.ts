/** The scripts that a page loads before it shows anything: its entry, and what that imports. */

/** Paths relative to the build, as `index.html` names them; the bundler lists every static import there. */
export function firstScripts(html: string): readonly string[] {
  const found = html.matchAll(/<(?:script|link)\b[^>]*?\b(?:src|href)="\/?(assets\/[^"]+\.js)"/g);
  return [...new Set([...found].map(([, path = '']) => path))];
}
