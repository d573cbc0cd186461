import CloudDownload from 'lucide-react/icons/cloud-download';
import { useState } from 'react';
import { useWorkbench } from '#state/react.tsx';
import { Button } from '#ui/actions/button.tsx';

interface FetchButtonProps {
  readonly sourceId: string;
  readonly dataset: string;
}

/** Asks Hugging Face for rows when it is pressed, and never by itself. */
export function FetchButton({ sourceId, dataset }: FetchButtonProps) {
  const { sourceFiles } = useWorkbench();
  const [isBusy, setBusy] = useState(false);
  return (
    <Button
      size="small"
      glyph={CloudDownload}
      disabled={isBusy}
      description="Rows are asked for over the internet, without a key"
      onClick={() => {
        setBusy(true);
        void sourceFiles.fetchDataset(sourceId).finally(() => setBusy(false));
      }}
    >
      {`Get rows of ${dataset}`}
    </Button>
  );
}
