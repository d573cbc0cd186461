import { styled } from '@mui/material/styles';
import { useEffect, useRef } from 'react';
import { parsePath } from '#core/base/json-path.ts';
import { useDesign, useView, useWorkbench } from '#state/react.tsx';
import { SegmentedControl } from '#ui/actions/segmented-control.tsx';
import { fillHue } from '#ui/theme/fill-hue.ts';
import { EDITOR_THEME_NAMES } from '#ui/theme/monaco-theme.ts';
import { tokenVar } from '#ui/theme/tokens.ts';
import { useIsDark } from '#ui/theme/use-is-dark.ts';
import { codeLanguages, type CodeLanguage } from './code-language.ts';
import { openSession } from './editor-session.ts';
import { loadMonaco } from './load-monaco.ts';

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

const Frame = styled('div')({ display: 'flex', flexDirection: 'column', flex: 1, minHeight: 0 });
const Head = styled('div')({ display: 'flex', alignItems: 'center', gap: 8, minHeight: 36 });
const Note = styled('span')({ color: tokenVar('ink-3'), fontSize: '0.75rem' });

/** The design as text: the same document as the forms, read as it is typed. */
export function CodeEditor() {
  const { stores } = useWorkbench();
  const chosen = useView((view) => view.codeView);
  const isOumi = useDesign(({ design }) => design.origin?.format === 'oumi-yaml');
  const hasDraft = useView((view) => view.codeDraft !== undefined);
  const id = chosen ?? (isOumi ? 'yaml' : 'json');
  return (
    <Frame>
      <Head>
        <SegmentedControl
          label="Language of the code"
          value={id}
          options={[
            { value: 'json', label: 'JSON' },
            { value: 'yaml', label: 'Oumi YAML' },
          ]}
          onChange={(codeView) => {
            // A text that is not applied yet belongs to its language.
            if (stores.view.getState().codeDraft === undefined)
              stores.view.getState().actions.set({ codeView });
          }}
        />
        {hasDraft && <Note>Mend the text before you change its language.</Note>}
      </Head>
      <TextSheet key={id} language={codeLanguages[id]} />
    </Frame>
  );
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
