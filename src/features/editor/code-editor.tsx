import { styled } from '@mui/material/styles';
import { useEffect, useRef } from 'react';
import { parsePath } from '#core/base/json-path.ts';
import { useWorkbench } from '#state/react.tsx';
import { fillHue } from '#ui/theme/fill-hue.ts';
import { EDITOR_THEME_NAMES } from '#ui/theme/monaco-theme.ts';
import { tokenVar } from '#ui/theme/tokens.ts';
import { useIsDark } from '#ui/theme/scheme.ts';
import { codeLanguages, type CodeLanguage } from './code-language.ts';
import { openSession } from './editor-session.ts';
import { loadMonaco } from './load-monaco.ts';
import { useCodeView } from './use-code-view.ts';

const sampledKinds = [
  'category',
  'subcategory',
  'number',
  'boolean',
  'datetime',
  'uuid',
  'sequence',
];
const derivedKinds = ['formula', 'template'];

function hue(kinds: readonly string[], group: 'sampled' | 'derived' | 'generated' | 'source') {
  const selector = kinds.map((kind) => `& .rs-fill-${kind}`).join(', ');
  const { text, soft } = fillHue(group);
  return { [selector]: { color: `${text} !important`, backgroundColor: soft } };
}

const Sheet = styled('div')({
  flex: 1,
  minHeight: 0,
  overflow: 'hidden',
  borderRadius: 10,
  backgroundColor: tokenVar('sheet'),
  boxShadow: tokenVar('shadow-1'),
  '& .rs-reference': { borderRadius: 3 },
  ...hue(sampledKinds, 'sampled'),
  ...hue(derivedKinds, 'derived'),
  ...hue(['generated'], 'generated'),
  ...hue(['source'], 'source'),
});

/** The design as text: the same document as the forms, read as it is typed. */
export function CodeEditor() {
  const id = useCodeView();
  return <TextSheet key={id} language={codeLanguages[id]} />;
}

function TextSheet({ language }: { readonly language: CodeLanguage }) {
  const { stores } = useWorkbench();
  const container = useRef<HTMLDivElement>(null);
  const isDark = useIsDark();
  const theme = isDark ? EDITOR_THEME_NAMES.dark : EDITOR_THEME_NAMES.light;
  const firstTheme = useRef(theme);

  useEffect(() => {
    const element = container.current;
    if (element === null) return undefined;
    const session = openSession({
      monaco: loadMonaco(),
      container: element,
      design: stores.design,
      view: stores.view,
      theme: firstTheme.current,
      language,
    });
    const unsubscribe = stores.view.subscribe((state, previous) => {
      if (state.revealed !== undefined && state.revealed !== previous.revealed)
        session.reveal(parsePath(state.revealed.path) ?? []);
    });
    return () => {
      unsubscribe();
      session.dispose();
    };
  }, [stores, language]);

  useEffect(() => {
    loadMonaco().editor.setTheme(theme);
  }, [theme]);

  return <Sheet ref={container} />;
}
