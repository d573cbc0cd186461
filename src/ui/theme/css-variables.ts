/** Tokens as custom properties: `:root` is light, `[data-theme=dark]` overrides, contrast preferences on top. */
import { darkTokens, lightTokens, tokenNames, type TokenName, type Tokens } from './tokens.ts';

type CssVariables = Readonly<Record<`--rs-${TokenName}`, string>>;

function variablesOf(tokens: Tokens): CssVariables {
  return Object.fromEntries(
    tokenNames.map((name) => [`--rs-${name}`, tokens[name]]),
  ) as unknown as CssVariables;
}

function strengthened(tokens: Tokens): Partial<Record<`--rs-${TokenName}`, string>> {
  return {
    '--rs-line-2': tokens['line-3'],
    '--rs-field': tokens['line-3'],
    '--rs-ink-3': tokens['ink-2'],
  };
}

/** CSS object for global styles. The media rule paints the right plane before the attribute is set. */
export function cssVariableRules(): Record<string, object> {
  return {
    ':root': { ...variablesOf(lightTokens), colorScheme: 'light' },
    '@media (prefers-color-scheme: dark)': {
      ':root:not([data-theme])': { ...variablesOf(darkTokens), colorScheme: 'dark' },
    },
    '[data-theme="dark"]': { ...variablesOf(darkTokens), colorScheme: 'dark' },
    '@media (prefers-contrast: more)': {
      ':root': strengthened(lightTokens),
      '[data-theme="dark"]': strengthened(darkTokens),
    },
  };
}
