/** Two editor themes as plain data, made from the tokens. Decorations for `{{ }}` use the CSS variables instead. */
import { darkTokens, lightTokens, type TokenName, type Tokens } from './tokens.ts';

interface EditorThemeRule {
  readonly token: string;
  readonly foreground: string;
  readonly fontStyle?: string;
}

/** Structurally the editor's `IStandaloneThemeData`. */
export interface EditorTheme {
  readonly base: 'vs' | 'vs-dark';
  readonly inherit: boolean;
  readonly rules: readonly EditorThemeRule[];
  readonly colors: Readonly<Record<string, string>>;
}

export const EDITOR_THEME_NAMES = { light: 'rowsmith-light', dark: 'rowsmith-dark' } as const;

const RULES: readonly (readonly [token: string, colour: TokenName])[] = [
  ['', 'ink'],
  ['string.key', 'ink'],
  ['string.key.json', 'ink'],
  ['type', 'ink'],
  ['string', 'green'],
  ['string.value.json', 'green'],
  ['number', 'amber'],
  ['number.json', 'amber'],
  ['keyword', 'generated'],
  ['keyword.json', 'generated'],
  ['delimiter', 'ink-3'],
  ['comment', 'ink-3'],
];

const COLOURS: Readonly<Record<string, TokenName>> = {
  'editor.background': 'sheet',
  'editor.foreground': 'ink',
  'editorLineNumber.foreground': 'ink-3',
  'editorLineNumber.activeForeground': 'ink',
  'editor.lineHighlightBackground': 'hover',
  'editor.selectionBackground': 'blue-soft',
  'editor.inactiveSelectionBackground': 'hover',
  'editorCursor.foreground': 'ink',
  'editorIndentGuide.background1': 'grid',
  'editorIndentGuide.activeBackground1': 'line-2',
  'editorBracketMatch.background': 'press',
  'editorBracketMatch.border': 'line-3',
  'editorError.foreground': 'red-line',
  'editorWarning.foreground': 'amber-line',
  'editorInfo.foreground': 'blue-line',
  'editorWidget.background': 'raised',
  'editorWidget.border': 'line-2',
  'editorHoverWidget.background': 'raised',
  'editorHoverWidget.border': 'line-2',
  'editorSuggestWidget.background': 'raised',
  'editorSuggestWidget.border': 'line-2',
  'editorSuggestWidget.foreground': 'ink',
  'editorSuggestWidget.selectedBackground': 'blue-soft',
  'editorSuggestWidget.selectedForeground': 'ink',
  'editorSuggestWidget.highlightForeground': 'blue',
  'editorSuggestWidget.focusHighlightForeground': 'blue',
  focusBorder: 'blue-line',
  'input.background': 'field-fill',
  'input.border': 'field',
  'scrollbarSlider.background': 'line-2',
  'scrollbarSlider.hoverBackground': 'line-3',
  'scrollbarSlider.activeBackground': 'line-3',
};

const TRANSPARENT = '00000000';

function editorTheme(base: EditorTheme['base'], tokens: Tokens): EditorTheme {
  const colors = Object.fromEntries(
    Object.entries(COLOURS).map(([key, name]) => [key, tokens[name]]),
  );
  return {
    base,
    inherit: true,
    rules: RULES.map(([token, name]) => ({ token, foreground: tokens[name].slice(1) })),
    colors: {
      ...colors,
      'editor.lineHighlightBorder': `#${TRANSPARENT}`,
      'scrollbar.shadow': `#${TRANSPARENT}`,
      'editorOverviewRuler.border': `#${TRANSPARENT}`,
    },
  };
}

export const editorThemes: Readonly<Record<'light' | 'dark', EditorTheme>> = {
  light: editorTheme('vs', lightTokens),
  dark: editorTheme('vs-dark', darkTokens),
};
