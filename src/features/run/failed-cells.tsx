import CircleAlert from 'lucide-react/icons/circle-alert';
import { Button } from '#ui/actions/button.tsx';
import { Icon } from '#ui/icon/icon.tsx';
import { styled } from '@mui/material/styles';
import { tokenVar } from '#ui/theme/tokens.ts';
import { everyRow } from '#core/rows/row-query.ts';
import { useRun, useView, useWorkbench } from '#state/react.tsx';
import { isRunning } from '#state/run-store.ts';

const Failed = styled('span')({
  display: 'inline-flex',
  alignItems: 'center',
  gap: 6,
  color: tokenVar('red'),
  fontWeight: 500,
  whiteSpace: 'nowrap',
});

/** How many rows failed, and what can be done about them: look at them, or write only them again. */
export function FailedCells({ count }: { readonly count: number }) {
  const { runs } = useWorkbench();
  const isBusy = useRun((state) => isRunning(state.status));
  const { set } = useView((view) => view.actions);
  return (
    <Failed>
      <Icon glyph={CircleAlert} size={15} />
      {count.toLocaleString('en')} failed
      {!isBusy && (
        <Button
          tone="link"
          size="small"
          description="Writes only the failed cells again"
          onClick={() => void runs.writeAgain({ failedOnly: true })}
        >
          Retry
        </Button>
      )}
      <Button
        tone="link"
        size="small"
        description="Shows only rows with failed cells"
        onClick={() => {
          const filters = [{ kind: 'state', states: ['failed'] }] as const;
          set({ dataTab: 'rows', query: { ...everyRow, filters } });
        }}
      >
        Show
      </Button>
    </Failed>
  );
}
