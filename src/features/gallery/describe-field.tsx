import InputBase from '@mui/material/InputBase';
import { styled } from '@mui/material/styles';
import FileDown from 'lucide-react/icons/file-down';
import FilePlus from 'lucide-react/icons/file-plus';
import PenLine from 'lucide-react/icons/pen-line';
import Tv from 'lucide-react/icons/tv';
import type { KeyboardEvent } from 'react';
import { moneyText } from '#core/base/money-text.ts';
import { anotherModel, draftModelChoices } from '#state/draft-model-choices.ts';
import { useDraft, useDraftCost, useDraftingModels, useView, useWorkbench } from '#state/react.tsx';
import { QuietSelect } from '#ui/fields/quiet-select.tsx';
import { Button } from '#ui/actions/button.tsx';
import { fieldFocus } from '#ui/theme/surface.ts';
import { tokenVar } from '#ui/theme/tokens.ts';

const Frame = styled('div')({
  borderRadius: 10,
  backgroundColor: tokenVar('sheet'),
  boxShadow: `inset 0 0 0 1px ${tokenVar('field')}`,
  '&:focus-within': fieldFocus,
});

const Words = styled(InputBase)({
  width: '100%',
  padding: '14px 16px 4px',
  fontSize: '0.875rem',
  lineHeight: 22 / 14,
  '& .MuiInputBase-input': { padding: 0 },
  '& .MuiInputBase-input::placeholder': { color: tokenVar('ink-3'), opacity: 1 },
});

const Foot = styled('div')({
  display: 'flex',
  flexWrap: 'wrap',
  alignItems: 'center',
  gap: 4,
  padding: '4px 10px 10px',
  '& > :last-child': { marginLeft: 'auto' },
});

const Ask = styled('span')({
  display: 'inline-flex',
  alignItems: 'center',
  flexWrap: 'wrap',
  gap: 8,
  color: tokenVar('ink-2'),
  fontSize: '0.75rem',
});

interface DescribeFieldProps {
  readonly isBusy: boolean;
  readonly onBlank: (brief: string) => void;
  readonly onSample: () => void;
}

/** One sentence is enough to begin; beside it the other ways. What is typed is kept until it is used. */
export function DescribeField({ isBusy, onBlank, onSample }: DescribeFieldProps) {
  const { drafts } = useWorkbench();
  const text = useDraft(({ texts }) => texts.describe);
  const openDialog = useView((view) => view.actions.openDialog);
  const isEmpty = text.trim() === '';

  function ask() {
    drafts.open('describe');
    void drafts.ask();
  }

  function handleKey(event: KeyboardEvent) {
    const isPlainEnter = event.key === 'Enter' && !event.shiftKey && !event.nativeEvent.isComposing;
    if (!isPlainEnter) return;
    event.preventDefault();
    if (!isEmpty) ask();
  }

  return (
    <Frame>
      <Words
        multiline
        minRows={2}
        maxRows={8}
        autoFocus
        value={text}
        placeholder="Records of a small bike workshop: customer, bike, what was wrong, hours and a bill."
        onChange={(event) => drafts.setText('describe', event.target.value)}
        onKeyDown={handleKey}
        slotProps={{ input: { 'aria-label': 'Describe what you need' } }}
      />
      <Foot>
        <Button
          tone="ghost"
          glyph={FileDown}
          onClick={() => {
            openDialog({ kind: 'import' });
          }}
        >
          A file or a link
        </Button>
        <Button tone="ghost" glyph={Tv} disabled={isBusy} onClick={onSample}>
          The sample
        </Button>
        <Button
          tone="ghost"
          glyph={FilePlus}
          disabled={isBusy}
          onClick={() => {
            onBlank(text.trim());
          }}
        >
          Start blank
        </Button>
        <AskButton isDisabled={isEmpty || isBusy} onAsk={ask} />
      </Foot>
    </Frame>
  );
}

function AskButton(props: { readonly isDisabled: boolean; readonly onAsk: () => void }) {
  const { model, cost } = useDraftCost('describe');
  const isDemo = model.provider === 'demo';
  const price = cost.kind === 'known' ? `, ≈ ${moneyText(cost.usd)}` : '';
  const words = isDemo ? 'free' : `1 request${price}`;
  return (
    <Ask>
      <span>by</span>
      <ModelChoice alias={model.alias} />
      <span aria-hidden>{words}</span>
      <Button
        size="large"
        tone="ink"
        glyph={PenLine}
        disabled={props.isDisabled}
        description={isDemo ? 'by the demo model, free' : `${words}, asked of ${model.model}`}
        onClick={props.onAsk}
      >
        Draft the design
      </Button>
    </Ask>
  );
}

/** Any model of the open design may draft the next one. */
function ModelChoice({ alias }: { readonly alias: string }) {
  const { drafts } = useWorkbench();
  const models = useDraftingModels();
  const openDialog = useView((view) => view.actions.openDialog);
  return (
    <QuietSelect
      label="Model that drafts"
      value={alias}
      options={draftModelChoices(models)}
      onChange={(chosen) => {
        if (chosen === anotherModel) openDialog({ kind: 'models', alias, then: 'back-to-draft' });
        else drafts.setModel(chosen);
      }}
    />
  );
}
