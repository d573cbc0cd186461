/** Loads the editor once, with JSON, the colours of YAML and nothing else, its workers from our own origin and our two themes. */
import * as monaco from 'monaco-editor/editor';
import 'monaco-editor/features/register.all';
import 'monaco-editor/languages/definitions/yaml/register';
import { jsonDefaults } from 'monaco-editor/languages/features/json/register';
import EditorWorker from 'monaco-editor/editor/editor.worker?worker';
import JsonWorker from 'monaco-editor/languages/features/json/json.worker?worker';
import { codeLanguages } from './code-language.ts';
import { designJsonSchema } from '#core/design/json-schema.ts';
import { EDITOR_THEME_NAMES, editorThemes } from '#ui/theme/monaco-theme.ts';

export type Monaco = typeof monaco;

let loaded: Monaco | undefined;

/** Every call after the first answers with the same editor. */
export function loadMonaco(): Monaco {
  if (loaded !== undefined) return loaded;
  globalThis.MonacoEnvironment = {
    getWorker: (_, label) => (label === 'json' ? new JsonWorker() : new EditorWorker()),
  };
  jsonDefaults.setDiagnosticsOptions({
    validate: true,
    allowComments: false,
    schemas: [
      {
        uri: 'rowsmith://design.schema.json',
        fileMatch: [codeLanguages.json.uri],
        schema: designJsonSchema(),
      },
    ],
  });
  monaco.editor.defineTheme(EDITOR_THEME_NAMES.light, mutableTheme('light'));
  monaco.editor.defineTheme(EDITOR_THEME_NAMES.dark, mutableTheme('dark'));
  // Preview and Generate have these keys everywhere; the editor would begin a line with them.
  const { CtrlCmd, Shift } = monaco.KeyMod;
  const enter = CtrlCmd | monaco.KeyCode.Enter;
  monaco.editor.addKeybindingRules([
    { keybinding: enter, command: null },
    { keybinding: enter | Shift, command: null },
  ]);
  loaded = monaco;
  return monaco;
}

function mutableTheme(mode: 'light' | 'dark'): monaco.editor.IStandaloneThemeData {
  const theme = editorThemes[mode];
  return { ...theme, rules: theme.rules.map((rule) => ({ ...rule })), colors: { ...theme.colors } };
}
