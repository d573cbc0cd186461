import { CodeBox } from '#ui/inspect/code-box.tsx';
import { CopyButton } from '#ui/inspect/copy-button.tsx';
import { useRequestDetail, useRequestOf } from '#state/inspection.ts';
import { Grow, Line, Quiet } from './drawer-frame.tsx';
import type { OpenCell } from './use-open-cell.ts';

/** The answer of the model before anything was read from it; else the value as it is stored. */
export function RawTab({ open }: { readonly open: OpenCell }) {
  const { call, cell, row } = open;
  const entry = useRequestOf(call?.id, row);
  const detail = useRequestDetail(entry).value;
  const stored = cell?.value === undefined ? '' : JSON.stringify(cell.value, undefined, 2);
  const isRaw = detail !== undefined;
  const text = detail?.text ?? stored;
  return (
    <>
      <Line>
        <Quiet>{isRaw ? 'The whole answer of the model.' : 'The value as it is stored.'}</Quiet>
        <Grow />
        <CopyButton label="Copy" text={text} />
      </Line>
      {call !== undefined && !isRaw && (
        <Quiet>Raw answers are kept until the page is reloaded.</Quiet>
      )}
      {detail?.isTextCut === true && <Quiet>The answer is longer than what is kept of it.</Quiet>}
      <CodeBox label={isRaw ? 'Raw answer' : 'Stored value'} text={text} />
    </>
  );
}
