import BookmarkPlus from 'lucide-react/icons/bookmark-plus';
import RotateCw from 'lucide-react/icons/rotate-cw';
import PenLine from 'lucide-react/icons/pen-line';
import ThumbsDown from 'lucide-react/icons/thumbs-down';
import type { Call } from '#core/design/design.ts';
import { canImprovePrompt } from '#core/rows/call-ratings.ts';
import { hasRatings } from '#state/prompt-ratings.ts';
import { Button } from '#ui/actions/button.tsx';
import { IconButton } from '#ui/actions/icon-button.tsx';
import { costWords, secondsWords } from '#state/inspection-words.ts';
import { useRequestDetail, useRequestOf } from '#state/inspection.ts';
import { useCallRatings, useDesign, useRequestCost, useRun, useWorkbench } from '#state/react.tsx';
import { isRunning } from '#state/run-store.ts';
import { isDisliked, isExampleCell } from '#features/data/cell-marks.ts';
import { DrawerActs, DrawerFoot, FootWords } from './drawer-frame.tsx';
import type { OpenCell } from './use-open-cell.ts';

/** Who wrote the cell, and what can be done about it. */
export function DrawerFooter({ open }: { readonly open: OpenCell }) {
  const { drafts, edits, runs } = useWorkbench();
  const { row, column, call, cell } = open;
  const marks = useDesign((state) => state.marks);
  const isBusy = useRun((state) => isRunning(state.status));
  const ratings = useCallRatings(call?.id);
  if (call === undefined) return null;
  const place = { row, columnId: column.id };
  const isExample = isExampleCell(call, column, cell);
  const disliked = isDisliked(marks, place, cell);
  const hasNothing = cell?.value === undefined;
  return (
    <DrawerFoot>
      <Maker call={call} row={row} />
      <DrawerActs>
        <IconButton
          label="Not like this"
          glyph={ThumbsDown}
          pressed={disliked}
          disabled={hasNothing}
          onClick={() => edits.setDisliked([place], !disliked)}
        />
        {ratings !== undefined && hasRatings(ratings) && canImprovePrompt(call) && (
          <IconButton
            label="Improve prompt from ratings"
            glyph={PenLine}
            onClick={() => drafts.improve(call.id)}
          />
        )}
        <Button
          size="large"
          glyph={BookmarkPlus}
          disabled={hasNothing}
          onClick={() => edits.setExample([place], !isExample)}
        >
          {isExample ? 'Drop example' : 'Use as example'}
        </Button>
        <Button
          size="large"
          tone="ink"
          glyph={RotateCw}
          disabled={isBusy || cell?.state === 'locked'}
          onClick={() => void runs.writeAgain({ cells: [place] })}
        >
          Write again
        </Button>
      </DrawerActs>
    </DrawerFoot>
  );
}

/** Alias, model, money and time of the request that wrote the row. */
function Maker({ call, row }: { readonly call: Call; readonly row: number }) {
  const entry = useRequestOf(call.id, row);
  const detail = useRequestDetail(entry).value;
  const cost = useRequestCost(entry);
  const price = cost.kind === 'unknown' ? 'cost unknown' : costWords(cost);
  const about = entry === undefined ? [] : [price, secondsWords(entry)];
  const words = [detail?.alias ?? call.model, detail?.model ?? '', ...about];
  const line = words.filter((word) => word !== '').join(', ');
  return <FootWords title={line}>{line}</FootWords>;
}
