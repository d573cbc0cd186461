/** Finds the element of a place of the design: those that hold one say so in `data-path`. */
import { isWrittenWithin } from '#core/base/json-path.ts';

const focusable =
  'textarea:not([aria-hidden]), input:not([aria-hidden]), [role="combobox"], button, [tabindex="0"]';

/** The most exact place of a path among those on screen. */
export function findPlace(root: ParentNode, path: string): HTMLElement | undefined {
  return [...root.querySelectorAll<HTMLElement>('[data-path]')]
    .filter((element) => isWrittenWithin(path, element.dataset.path ?? '?'))
    .sort((one, other) => pathLength(other) - pathLength(one))[0];
}

/** The control of a place: itself, or the first one inside. */
export function controlOf(place: HTMLElement): HTMLElement | undefined {
  if (place.matches(focusable)) return place;
  return place.querySelector<HTMLElement>(focusable) ?? undefined;
}

function pathLength(element: HTMLElement): number {
  return element.dataset.path?.length ?? 0;
}
