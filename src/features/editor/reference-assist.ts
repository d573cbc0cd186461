/** Column names inside `{{ }}`: offered while typing, and coloured by where their values come from. */
import type { StoreApi } from 'zustand/vanilla';
import type { Column } from '#core/design/design.ts';
import type { DesignState } from '#state/design-store.ts';
import type { Monaco } from './load-monaco.ts';
import { referencePrefix, referenceSuggestions } from './reference-completions.ts';
import type { TextModel } from './text-model.ts';

export interface Disposable {
  readonly dispose: () => void;
}

export function offerReferences(monaco: Monaco, design: StoreApi<DesignState>): Disposable {
  return monaco.languages.registerCompletionItemProvider('json', {
    triggerCharacters: ['{', ' ', '.'],
    provideCompletionItems(model, position) {
      const before = model.getLineContent(position.lineNumber).slice(0, position.column - 1);
      const prefix = referencePrefix(before);
      if (prefix === undefined) return { suggestions: [] };
      const range = {
        startLineNumber: position.lineNumber,
        endLineNumber: position.lineNumber,
        startColumn: position.column - prefix.length,
        endColumn: position.column,
      };
      const { columns } = design.getState().design;
      return {
        suggestions: referenceSuggestions(columns).map(({ name, detail, documentation }) => ({
          label: name,
          kind: monaco.languages.CompletionItemKind.Field,
          detail,
          documentation,
          insertText: name,
          range,
        })),
      };
    },
  });
}

const mostMatches = 2_000;

export function colourReferences(
  editor: ReturnType<Monaco['editor']['create']>,
  model: TextModel,
  design: StoreApi<DesignState>,
): Disposable {
  const decorations = editor.createDecorationsCollection();
  const draw = (): void => {
    const { columns } = design.getState().design;
    const found = model.findMatches(
      String.raw`\{\{.*?\}\}`,
      false,
      true,
      false,
      null,
      false,
      mostMatches,
    );
    decorations.set(
      found.flatMap(({ range }) => {
        const column = referencedColumn(model.getValueInRange(range), columns);
        if (column === undefined) return [];
        return { range, options: { inlineClassName: `rs-reference rs-fill-${column.fill.kind}` } };
      }),
    );
  };
  draw();
  return model.onDidChangeContent(draw);
}

/** The first column named in a reference. */
function referencedColumn(reference: string, columns: readonly Column[]): Column | undefined {
  const names: readonly string[] = reference.match(/[\p{L}_][\p{L}\p{N}_]*/gu) ?? [];
  return columns.find(({ name }) => names.includes(name));
}
