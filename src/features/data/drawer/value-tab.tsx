import { styled } from '@mui/material/styles';
import { useState } from 'react';
import type { JsonValue } from '#core/base/json.ts';
import { languageLabel } from '#core/design/code-language.ts';
import { givenScores } from '#core/design/judge.ts';
import { fillHue } from '#ui/theme/fill-hue.ts';
import { CodeBox } from '#ui/inspect/code-box.tsx';
import { ValueView } from '#ui/inspect/value-view.tsx';
import { fillGroupOf } from '#ui/marks/fill-kinds.ts';
import { Banner } from '#ui/feedback/banner.tsx';
import { useDesign, useWorkbench } from '#state/react.tsx';
import { cellView } from '#features/data/cell-text.ts';
import { BeforeText } from './before-text.tsx';
import { ConversationPlan } from './conversation-plan.tsx';
import { JudgeScores } from './judge-scores.tsx';
import { EditAct, ValueEditor } from './value-editor.tsx';
import { Line, Quiet } from './drawer-frame.tsx';
import type { OpenCell } from './use-open-cell.ts';

const Fact = styled('span')({
  display: 'inline-flex',
  gap: 5,
  maxWidth: 240,
  padding: '2px 7px',
  borderRadius: 5,
  fontSize: '0.75rem',
  lineHeight: '18px',
  overflow: 'hidden',
  whiteSpace: 'nowrap',
  '& > b': { fontWeight: 600, overflow: 'hidden', textOverflow: 'ellipsis' },
});

const mostFacts = 12;

/** The value as it reads best, under the facts it was written for. */
export function ValueTab({ open }: { readonly open: OpenCell }) {
  const { cell } = open;
  return (
    <>
      <RowFacts open={open} />
      {cell?.state === 'failed' && (
        <Banner inset tone="bad">
          {cell.reason ?? 'It failed.'}
        </Banner>
      )}
      {cell?.state === 'outdated' && (
        <Banner inset tone="warn">
          Out of date: {cell.reason ?? 'what it was written from has changed'}.
        </Banner>
      )}
      <ConversationPlan open={open} />
      <CellValue key={`${open.row} ${open.column.id}`} open={open} />
      <BeforeText open={open} />
    </>
  );
}

/** As it is read, or as a field. */
function CellValue({ open }: { readonly open: OpenCell }) {
  const { cell } = open;
  const [editing, setEditing] = useState<'not-yet' | 'now' | 'done'>('not-yet');
  if (editing === 'now') return <ValueEditor open={open} onClose={() => setEditing('done')} />;
  return (
    <>
      {cell?.value === undefined ? (
        <Quiet>{emptyWords(cell?.state)}</Quiet>
      ) : (
        <WrittenValue open={open} value={cell.value} />
      )}
      <EditAct open={open} takesFocus={editing === 'done'} onEdit={() => setEditing('now')} />
    </>
  );
}

/** Code is shown as code, a judge's answer as scores with their reasons. */
function WrittenValue({ open, value }: { readonly open: OpenCell; readonly value: JsonValue }) {
  const { fill } = open.column;
  const output = useDesign(({ design }) =>
    fill.kind === 'generated' ? design.calls.find(({ id }) => id === fill.call)?.output : undefined,
  );
  if (fill.kind === 'generated' && fill.code !== undefined && typeof value === 'string')
    return <CodeBox label={languageLabel(fill.code)} text={value} />;
  if (output?.kind === 'judge' && givenScores(value).length > 0)
    return <JudgeScores output={output} value={value} />;
  return <ValueView value={value} />;
}

function emptyWords(state: string | undefined): string {
  if (state === undefined) return 'Loading.';
  return state === 'skipped' ? 'Skipped for this row.' : 'No value yet.';
}

function RowFacts({ open }: { readonly open: OpenCell }) {
  const { rows } = useWorkbench();
  const columns = useDesign((state) => state.design.columns);
  const facts = columns
    .filter(({ id, fill }) => id !== open.column.id && fill.kind !== 'generated')
    .flatMap((column) => {
      const cell = rows.cell(open.row, column.id);
      return cell?.value === undefined ? [] : [{ column, text: cellView(cell, column).text }];
    });
  if (facts.length === 0) return null;
  return (
    <Line>
      {facts.slice(0, mostFacts).map(({ column, text }) => {
        const hue = fillHue(fillGroupOf(column.fill.kind));
        return (
          <Fact key={column.id} style={{ backgroundColor: hue.soft, color: hue.text }} title={text}>
            {column.name} <b>{text}</b>
          </Fact>
        );
      })}
    </Line>
  );
}
