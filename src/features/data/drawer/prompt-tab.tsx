import PenLine from 'lucide-react/icons/pen-line';
import { Button } from '#ui/actions/button.tsx';
import { Banner } from '#ui/feedback/banner.tsx';
import { CodeBox } from '#ui/inspect/code-box.tsx';
import { CopyButton } from '#ui/inspect/copy-button.tsx';
import { Facts } from '#ui/inspect/facts.tsx';
import { PromptBlocks } from '#ui/inspect/prompt-blocks.tsx';
import { promptBlocks, requestFacts } from '#state/inspection-words.ts';
import {
  usePromptView,
  useRequestDetail,
  useRequestOf,
  type PromptView,
} from '#state/inspection.ts';
import { useDesign, useView, useRequestCost } from '#state/react.tsx';
import { Grow, Line, Quiet } from './drawer-frame.tsx';
import type { OpenCell } from './use-open-cell.ts';

/** The prompt that wrote the cell; without one, the prompt that would. */
export function PromptTab({ open }: { readonly open: OpenCell }) {
  const { call, row } = open;
  const entry = useRequestOf(call?.id, row);
  const detail = useRequestDetail(entry);
  const cost = useRequestCost(entry);
  const sent = detail.value?.messages;
  const isSettled = entry === undefined || detail.isAnswered;
  const question = call && isSettled ? { callId: call.id, row, sent } : undefined;
  const prompt = usePromptView(question).value;
  const actions = useView((view) => view.actions);
  if (call === undefined) return <Quiet>No model writes this column, so there is no prompt.</Quiet>;

  function edit(callId: string) {
    const openEditor = { kind: 'call', id: callId } as const;
    actions.set({ openEditor, designTab: 'form', phonePane: 'design' });
  }

  return (
    <>
      <Line>
        <Quiet>
          {sent === undefined ? 'As it would be sent now.' : 'As sent.'} Coloured words come from
          columns.
        </Quiet>
        <Grow />
        {detail.value?.curl !== undefined && (
          <CopyButton label="Copy as curl" text={detail.value.curl} glyph="terminal" />
        )}
        <Button tone="ghost" size="small" glyph={PenLine} onClick={() => edit(call.id)}>
          Edit template
        </Button>
      </Line>
      {prompt !== undefined && <PromptParts prompt={prompt} />}
      {entry !== undefined && <Facts facts={requestFacts(entry, detail.value, cost)} />}
    </>
  );
}

function PromptParts({ prompt }: { readonly prompt: PromptView }) {
  const columns = useDesign((state) => state.design.columns);
  return (
    <>
      {prompt.problem !== undefined && (
        <Banner inset tone="bad">
          {prompt.problem}
        </Banner>
      )}
      <PromptBlocks blocks={promptBlocks(prompt.messages, columns)} />
      <Quiet>Answer schema; about {prompt.inputTokens.toLocaleString('en')} tokens in all</Quiet>
      <CodeBox label="Answer schema" text={JSON.stringify(prompt.schema)} />
    </>
  );
}
