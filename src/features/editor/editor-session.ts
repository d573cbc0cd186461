/**
 * One editor on screen: text and design kept in step by identity, so that typing is never overwritten
 * and an edit made elsewhere always appears. The editor never enters a store.
 */
import type { StoreApi } from 'zustand/vanilla';
import type { Diagnostic, JsonPath } from '#core/base/diagnostic.ts';
import type { DatasetDesign } from '#core/design/design.ts';
import type { DesignState } from '#state/design-store.ts';
import type { ViewState } from '#state/view-store.ts';
import type { CodeLanguage } from './code-language.ts';
import { showMarkers } from './code-markers.ts';
import { editorOptions } from './editor-options.ts';
import type { Monaco } from './load-monaco.ts';
import { colourReferences, offerReferences } from './reference-assist.ts';
import { offerConfigKeys } from './yaml-assist.ts';
import { rangeOf, replaceText, type TextModel } from './text-model.ts';

export interface SessionOptions {
  readonly monaco: Monaco;
  readonly container: HTMLElement;
  readonly design: StoreApi<DesignState>;
  readonly view: StoreApi<ViewState>;
  readonly theme: string;
  readonly language: CodeLanguage;
}

export interface EditorSession {
  /** Puts the caret at the text of a path. */
  readonly reveal: (path: JsonPath) => void;
  readonly dispose: () => void;
}

export function openSession(options: SessionOptions): EditorSession {
  const { monaco, container, design, view, theme, language } = options;
  const draft = view.getState().codeDraft;
  const uri = monaco.Uri.parse(language.uri);
  monaco.editor.getModel(uri)?.dispose();
  const text = draft ?? language.write(design.getState().design);
  const model = monaco.editor.createModel(text, language.id, uri);
  const editor = monaco.editor.create(container, {
    ...editorOptions,
    ariaLabel: language.label,
    model,
    theme,
  });
  const sync = startSync(options, model);
  const parts = [
    language.id === 'json' ? offerReferences(monaco, design) : offerConfigKeys(monaco, design),
    colourReferences(editor, model, design),
    sync,
    editor,
    model,
  ];
  return {
    reveal(path) {
      const problem = { path, code: '', severity: 'info', message: '' } as const;
      const [place] = language.place(model.getValue(), [problem]);
      if (place === undefined) return;
      const range = rangeOf(model, place.startOffset, place.endOffset);
      editor.revealRangeInCenterIfOutsideViewport(range);
      editor.setSelection(range);
      editor.focus();
    },
    dispose() {
      for (const part of parts) part.dispose();
    },
  };
}

const readDelayMs = 150;

/** Reads the text after a pause in typing; writes it when the design was changed elsewhere. */
function startSync({ monaco, design, view, language }: SessionOptions, model: TextModel) {
  /** The design that the text stands for; another one in the store means an edit made elsewhere. */
  let shown: DatasetDesign = design.getState().design;
  let timer: ReturnType<typeof setTimeout> | undefined;
  const mark = (problems: readonly Diagnostic[]): void => {
    showMarkers(monaco, model, language.place(model.getValue(), problems));
  };

  const read = (): void => {
    timer = undefined;
    const { design: next, problems } = language.read(model.getValue(), shown);
    if (next === undefined) {
      mark(problems);
      view.getState().actions.set({ codeProblems: problems, codeDraft: model.getValue() });
      return;
    }
    view.getState().actions.set({ codeProblems: [], codeDraft: undefined });
    shown = next;
    const { actions } = design.getState();
    actions.apply({ kind: 'replace-design', design: next }, { coalesce: 'code' });
    shown = design.getState().design;
    mark([...problems, ...design.getState().diagnostics]);
  };
  const unsubscribe = design.subscribe((state) => {
    if (state.design === shown) return;
    shown = state.design;
    replaceText(model, language.write(state.design));
    clearTimeout(timer);
    timer = undefined;
    view.getState().actions.set({ codeProblems: [], codeDraft: undefined });
    mark(state.diagnostics);
  });
  const listener = model.onDidChangeContent(() => {
    clearTimeout(timer);
    timer = setTimeout(read, readDelayMs);
  });
  if (view.getState().codeDraft === undefined) mark(design.getState().diagnostics);
  else read();

  return {
    dispose() {
      listener.dispose();
      unsubscribe();
      if (timer === undefined) return;
      clearTimeout(timer);
      read();
    },
  };
}
