import ArrowDown from 'lucide-react/icons/arrow-down';
import ArrowUp from 'lucide-react/icons/arrow-up';
import Eye from 'lucide-react/icons/eye';
import Scale from 'lucide-react/icons/scale';
import { useState } from 'react';
import type { Call } from '#core/design/design.ts';
import { Button } from '#ui/actions/button.tsx';
import { IconButton } from '#ui/actions/icon-button.tsx';
import { Banner } from '#ui/feedback/banner.tsx';
import { PromptBlocks } from '#ui/inspect/prompt-blocks.tsx';
import { promptBlocks } from '#state/inspection-words.ts';
import { usePromptView } from '#state/inspection.ts';
import { useDataset, useDesign, useView } from '#state/react.tsx';
import { Line, Quiet, Spacer } from '#features/designer/shared/layout.ts';

/** The prompt as it would be sent for one row, while its messages are being written. */
export function PromptPreview({ call }: { readonly call: Call }) {
  const [isOpen, setOpen] = useState(false);
  const { openDialog } = useView((view) => view.actions);
  return (
    <div>
      <Line style={{ marginLeft: -8 }}>
        <Button tone="ghost" size="small" glyph={Eye} onClick={() => setOpen(!isOpen)}>
          {isOpen ? 'Hide prompt' : 'Show prompt'}
        </Button>
        {call.output.kind !== 'conversation' && (
          <Button
            tone="ghost"
            size="small"
            glyph={Scale}
            onClick={() => openDialog({ kind: 'compare', callId: call.id })}
          >
            Compare models
          </Button>
        )}
      </Line>
      {isOpen && <OpenPreview call={call} />}
    </div>
  );
}

function OpenPreview({ call }: { readonly call: Call }) {
  const columns = useDesign((state) => state.design.columns);
  const rowCount = useDataset((state) => state.summary?.rowCount ?? 0);
  const [asked, setRow] = useState(0);
  const row = Math.max(0, Math.min(asked, rowCount - 1));
  const prompt = usePromptView(rowCount === 0 ? undefined : { callId: call.id, row }).value;
  return (
    <section aria-label="Prompt as sent">
      <Line>
        <Quiet>As sent for row {(row + 1).toLocaleString('en')}</Quiet>
        <IconButton
          size="small"
          label="Prompt of the row before"
          glyph={ArrowUp}
          disabled={row === 0}
          onClick={() => setRow(row - 1)}
        />
        <IconButton
          size="small"
          label="Prompt of the next row"
          glyph={ArrowDown}
          disabled={row >= rowCount - 1}
          onClick={() => setRow(row + 1)}
        />
        <Spacer />
        {prompt !== undefined && prompt.problem === undefined && (
          <Quiet>≈ {prompt.inputTokens.toLocaleString('en')} tokens</Quiet>
        )}
      </Line>
      {rowCount === 0 && <Quiet>There is no row yet.</Quiet>}
      {prompt?.problem !== undefined && (
        <Banner inset tone="bad">
          {prompt.problem}
        </Banner>
      )}
      {prompt !== undefined && <PromptBlocks blocks={promptBlocks(prompt.messages, columns)} />}
    </section>
  );
}
