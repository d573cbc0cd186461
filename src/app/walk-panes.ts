/** F6 walks the panes of the page, as in other workbenches: top bar, design, data, problems. */

const panes = 'header, [role=complementary], main, footer, nav[aria-label=Places]';
const focusable =
  'button:not(:disabled), input:not(:disabled), textarea:not(:disabled), [tabindex="0"]';

/** Focuses the first control of the next pane that has one; `step` −1 goes back. */
export function walkPanes(page: Document, step: 1 | -1): void {
  const places = [...page.querySelectorAll<HTMLElement>(panes)];
  // An open cell lies inside the data: the innermost pane is where one is.
  const here = places.findLastIndex((pane) => pane.contains(page.activeElement));
  const start = here === -1 && step === -1 ? 0 : here;
  for (let tries = 1; tries <= places.length; tries += 1) {
    const index = (start + step * tries + places.length * tries) % places.length;
    const target = places[index]?.querySelector<HTMLElement>(focusable);
    if (target === null || target === undefined) continue;
    target.focus();
    return;
  }
}
