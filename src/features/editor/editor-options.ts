/** How the editor looks and behaves: the look of the rest, and a Tab key that leaves it. */
export const editorOptions = {
  automaticLayout: true,
  fontFamily: "'Geist Mono Variable', ui-monospace, monospace",
  fontSize: 12,
  lineHeight: 20,
  minimap: { enabled: false },
  scrollBeyondLastLine: false,
  renderLineHighlight: 'line',
  overviewRulerLanes: 0,
  wordWrap: 'on',
  tabSize: 2,
  padding: { top: 8, bottom: 8 },
  quickSuggestions: { strings: true, other: true, comments: false },
  tabFocusMode: true,
  fixedOverflowWidgets: true,
} as const;
