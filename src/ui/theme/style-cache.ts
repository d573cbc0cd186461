import createCache, { type StylisElement } from '@emotion/cache';

const foreign = /::-(moz|ms)-/;

/**
 * Rules for the parts of other browsers are left out, since a browser refuses each of them with an
 * error; their words for the placeholder are its one standard name.
 */
function speakPlainly(element: StylisElement): undefined {
  if (element.type === 'decl') addPrefix(element);
  if (element.type !== 'rule' || !Array.isArray(element.props)) return;
  element.props = element.props
    .filter((selector) => !foreign.test(selector))
    .map((selector) => selector.replaceAll('::-webkit-input-placeholder', '::placeholder'));
  // A rule without content is not written.
  if (element.props.length === 0) element.children = [];
}

/** Safari knows this by its prefix alone. */
function addPrefix(declaration: StylisElement): void {
  if (declaration.props === 'user-select')
    declaration.return = `-webkit-${declaration.value}${declaration.value}`;
}

/** Where the page's styles go. The browsers of the build's target need hardly a vendor prefix, and they were two thirds of all rules. */
export function createStyleCache() {
  return createCache({ key: 'rs', stylisPlugins: [speakPlainly] });
}
