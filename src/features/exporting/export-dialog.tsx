import Download from 'lucide-react/icons/download';
import { useState } from 'react';
import { defaultOptions, exportFileName, exportRequest } from '#state/export-options.ts';
import { useDesign, useView, useWorkbench } from '#state/react.tsx';
import { Button } from '#ui/actions/button.tsx';
import { Dialog } from '#ui/dialog/dialog.tsx';
import { Banner } from '#ui/feedback/banner.tsx';
import { ExportForm } from './export-form.tsx';

/** What leaves as a file, with the first lines of the very file. */
export function ExportDialog({ onClose }: { readonly onClose: () => void }) {
  const { workers, host, runs } = useWorkbench();
  const design = useDesign((state) => state.design);
  const actions = useView((view) => view.actions);
  const [options, setOptions] = useState(() => defaultOptions(design));
  const [problem, setProblem] = useState<string | undefined>(undefined);

  async function download() {
    setProblem(undefined);
    try {
      const answer = await workers.evaluator.exportRows(exportRequest(options));
      host.saveFile(answer.blob, exportFileName(design.name, options.format));
      runs.noteExport();
      const noun = answer.rowCount === 1 ? 'row' : 'rows';
      actions.toast({ text: `${answer.rowCount.toLocaleString('en')} ${noun} exported` });
      onClose();
    } catch (error) {
      const reason = error instanceof Error ? error.message : String(error);
      setProblem(`The file could not be made. ${reason}`);
    }
  }

  return (
    <Dialog
      open
      title="Export"
      width={720}
      onClose={onClose}
      actions={
        <Button
          size="large"
          tone="ink"
          glyph={Download}
          disabled={options.columns.every(({ isChosen }) => !isChosen)}
          onClick={() => void download()}
        >
          Download
        </Button>
      }
    >
      <ExportForm options={options} onChange={setOptions} />
      {problem !== undefined && (
        <Banner tone="bad" inset>
          {problem}
        </Banner>
      )}
    </Dialog>
  );
}
