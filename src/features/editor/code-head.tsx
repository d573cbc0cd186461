import { styled } from '@mui/material/styles';
import AlignLeft from 'lucide-react/icons/align-left';
import Search from 'lucide-react/icons/search';
import { useWorkbench } from '#state/react.tsx';
import { IconButton } from '#ui/actions/icon-button.tsx';
import { SegmentedControl } from '#ui/actions/segmented-control.tsx';
import type { CodeLanguage } from './code-language.ts';
import { loadMonaco } from './load-monaco.ts';
import { useCodeView } from './use-code-view.ts';

const languages = [
  { value: 'json', label: 'JSON' },
  { value: 'yaml', label: 'Oumi YAML' },
] as const satisfies readonly { readonly value: CodeLanguage['id']; readonly label: string }[];

const Tools = styled('span')({
  display: 'inline-flex',
  gap: 4,
  // Their keys do the same where there is no room.
  '@container (max-width: 459.95px)': { display: 'none' },
});

/** Stands in the head of the pane: the language of the code, and what the editor does with a button. */
export function CodeHead() {
  const { stores } = useWorkbench();
  const id = useCodeView();
  const perform = (action: string) => (): void => {
    const [editor] = loadMonaco().editor.getEditors();
    editor?.focus();
    void editor?.getAction(action)?.run();
  };
  return (
    <>
      <SegmentedControl
        label="Language of the code"
        value={id}
        options={languages}
        onChange={(codeView) => {
          const { codeDraft, actions } = stores.view.getState();
          // A text that is not applied yet belongs to its language.
          if (codeDraft === undefined) actions.set({ codeView });
          else actions.toast({ text: 'Mend the text before you change its language' });
        }}
      />
      <Tools>
        {id === 'json' && (
          <IconButton
            label="Format the code"
            glyph={AlignLeft}
            onClick={perform('editor.action.formatDocument')}
          />
        )}
        <IconButton label="Find in the code" glyph={Search} onClick={perform('actions.find')} />
      </Tools>
    </>
  );
}
