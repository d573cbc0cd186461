import { styled } from '@mui/material/styles';
import Cpu from 'lucide-react/icons/cpu';
import type { KeyboardEvent } from 'react';
import { needsWords, type DraftKind } from '#state/draft-store.ts';
import { anotherModel, draftModelChoices } from '#state/draft-model-choices.ts';
import { useDraft, useDraftCost, useDraftingModels, useView, useWorkbench } from '#state/react.tsx';
import { QuietSelect } from '#ui/fields/quiet-select.tsx';
import { Button } from '#ui/actions/button.tsx';
import { TextArea } from '#ui/fields/text-area.tsx';
import { Icon } from '#ui/icon/icon.tsx';
import { tokenVar } from '#ui/theme/tokens.ts';
import { draftWords } from './draft-words.ts';

const Model = styled('div')({
  display: 'flex',
  flexWrap: 'wrap',
  alignItems: 'center',
  gap: '2px 8px',
  minHeight: 28,
  margin: '6px 0 8px',
  color: tokenVar('ink-2'),
  fontSize: '0.75rem',
});

interface DraftFieldProps {
  readonly kind: DraftKind;
  readonly isLocked: boolean;
}

/** The user's words and who reads them. Enter asks, Shift and Enter begin a new line. */
export function DraftField({ kind, isLocked }: DraftFieldProps) {
  const { drafts } = useWorkbench();
  const text = useDraft(({ texts }) => texts[kind]);
  const words = draftWords[kind];

  function handleKey(event: KeyboardEvent) {
    const isPlainEnter = event.key === 'Enter' && !event.shiftKey && !event.nativeEvent.isComposing;
    if (!isPlainEnter || event.target instanceof HTMLButtonElement) return;
    event.preventDefault();
    if (!isLocked && (text.trim() !== '' || !needsWords(kind))) void drafts.ask();
  }

  return (
    <div role="presentation" onKeyDown={handleKey}>
      <TextArea
        label={words.label}
        placeholder={words.placeholder}
        minRows={needsWords(kind) ? 3 : 1}
        value={text}
        disabled={isLocked}
        onChange={(next) => drafts.setText(kind, next)}
      />
      <ModelLine kind={kind} />
    </div>
  );
}

function ModelLine({ kind }: { readonly kind: DraftKind }) {
  const { drafts } = useWorkbench();
  const { model } = useDraftCost(kind);
  const models = useDraftingModels();
  const open = useView((view) => view.actions.openDialog);
  const { alias } = model;
  return (
    <Model>
      <Icon glyph={Cpu} size={13} />
      <QuietSelect
        label="Model that drafts"
        value={alias}
        options={draftModelChoices(models)}
        onChange={(chosen) => {
          if (chosen === anotherModel) open({ kind: 'models', alias, then: 'back-to-draft' });
          else drafts.setModel(chosen);
        }}
      />
      {model.provider === 'demo' && (
        <span>It goes by words, not by meaning: a start to mend by hand. Needs no key.</span>
      )}
      <Button
        tone="link"
        size="small"
        onClick={() => {
          open({ kind: 'models', alias, then: 'back-to-draft' });
        }}
      >
        {model.provider === 'demo' ? 'Use a real model' : 'Change model'}
      </Button>
    </Model>
  );
}
