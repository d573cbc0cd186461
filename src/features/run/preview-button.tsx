import { styled } from '@mui/material/styles';
import ChevronDown from 'lucide-react/icons/chevron-down';
import { useSettings, useWorkbench } from '#state/react.tsx';
import { Button } from '#ui/actions/button.tsx';
import { MenuButton } from '#ui/actions/menu-button.tsx';
import { Roomy } from './fitting.ts';

const Pair = styled('span')({ display: 'inline-flex', alignItems: 'center', gap: 2 });

const choices = [3, 5, 10, 20, 50, 100];

interface PreviewButtonProps {
  readonly keys: string;
  readonly isBlocked: boolean;
}

/** Fills the first rows; how many is remembered on this device. */
export function PreviewButton({ keys, isBlocked }: PreviewButtonProps) {
  const { runs } = useWorkbench();
  const previewRows = useSettings((settings) => settings.previewRows);
  const update = useSettings((settings) => settings.actions.update);
  return (
    <Pair>
      <Button
        size="large"
        disabled={isBlocked}
        keys={keys}
        aside={<Roomy>{previewRows}</Roomy>}
        description={`the first ${previewRows} rows`}
        onClick={() => void runs.preview()}
      >
        Preview
      </Button>
      <MenuButton
        label="Rows of a preview"
        glyph={ChevronDown}
        iconOnly
        size="small"
        align="right"
        entries={choices.map((rows) => ({
          kind: 'action',
          label: `${rows} rows`,
          selected: rows === previewRows,
          onSelect: () => update({ previewRows: rows }),
        }))}
      />
    </Pair>
  );
}
