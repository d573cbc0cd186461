/** Keys and values of Oumi's configuration, and names of columns inside `{ }`, offered while typing. */
import type { StoreApi } from 'zustand/vanilla';
import { completionsAt } from '#core/codecs/oumi/completions.ts';
import type { DesignState } from '#state/design-store.ts';
import type { Monaco } from './load-monaco.ts';
import type { Disposable } from './reference-assist.ts';
import { placeholderPrefix, placeholderSuggestions } from './reference-completions.ts';

export function offerConfigKeys(monaco: Monaco, design: StoreApi<DesignState>): Disposable {
  return monaco.languages.registerCompletionItemProvider('yaml', {
    triggerCharacters: ['{', '.', ' ', '-'],
    provideCompletionItems(model, { lineNumber, column }) {
      const before = model.getLineContent(lineNumber).slice(0, column - 1);
      const rangeFrom = (start: number) => ({
        startLineNumber: lineNumber,
        endLineNumber: lineNumber,
        startColumn: start + 1,
        endColumn: column,
      });
      const { CompletionItemKind } = monaco.languages;
      const prefix = placeholderPrefix(before);
      if (prefix !== undefined) {
        const range = rangeFrom(before.length - prefix.length);
        const { columns } = design.getState().design;
        return {
          suggestions: placeholderSuggestions(columns).map(({ name, detail, documentation }) => ({
            label: name,
            kind: CompletionItemKind.Field,
            detail,
            documentation,
            insertText: name,
            range,
          })),
        };
      }
      const { start, items } = completionsAt(model.getValue(), lineNumber - 1, column - 1);
      const range = rangeFrom(start);
      return {
        suggestions: items.map(({ label, insert, detail }) => ({
          label,
          kind: CompletionItemKind.Property,
          detail,
          insertText: insert,
          range,
        })),
      };
    },
  });
}
