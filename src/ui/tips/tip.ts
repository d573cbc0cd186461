/** What the one tooltip of the page reads off the element that is pointed at. */
interface TipProps {
  readonly 'data-tip': string;
  readonly 'data-tip-keys'?: string;
  readonly 'aria-keyshortcuts'?: string;
}

/** `keys` as they are drawn, such as Ctrl+Z or ⌘Z; screen readers get them in the words of ARIA. */
export function tipProps(text: string, keys = ''): TipProps {
  if (keys === '') return { 'data-tip': text };
  return { 'data-tip': text, 'data-tip-keys': keys, 'aria-keyshortcuts': ariaKeys(keys) };
}

const ariaNames: Readonly<Record<string, string>> = {
  Ctrl: 'Control',
  '⌘': 'Meta',
  '⇧': 'Shift',
  '↵': 'Enter',
  '↑': 'ArrowUp',
  '↓': 'ArrowDown',
};

function ariaKeys(keys: string): string {
  const parts = keys.match(/[⌘⇧↵↑↓]|[^+⌘⇧↵↑↓]+/g) ?? [];
  return parts.map((part) => ariaNames[part] ?? part).join('+');
}

export function tipElement(target: EventTarget | null): HTMLElement | undefined {
  if (!(target instanceof Element)) return undefined;
  return target.closest<HTMLElement>('[data-tip]') ?? undefined;
}
