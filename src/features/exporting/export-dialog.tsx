import Copy from 'lucide-react/icons/copy';
import Download from 'lucide-react/icons/download';
import { useState } from 'react';
import {
  defaultOptions,
  exportFileName,
  exportProblem,
  exportRequest,
  partsOf,
} from '#state/export-options.ts';
import { useDesign, useView, useWorkbench } from '#state/react.tsx';
import { Button } from '#ui/actions/button.tsx';
import { Dialog } from '#ui/dialog/dialog.tsx';
import { Banner } from '#ui/feedback/banner.tsx';
import { ExportForm } from './export-form.tsx';

/** What leaves as a file or as several, with the first lines of the very file. */
export function ExportDialog({ onClose }: { readonly onClose: () => void }) {
  const { workers, host, runs } = useWorkbench();
  const design = useDesign((state) => state.design);
  const actions = useView((view) => view.actions);
  const [options, setOptions] = useState(() => defaultOptions(design));
  const [problem, setProblem] = useState<string | undefined>(undefined);
  const parts = partsOf(options);
  const isDivided = parts.ok && parts.value !== undefined;
  const refusal = exportProblem(options);
  const cannot = refusal !== undefined || options.columns.every(({ isChosen }) => !isChosen);

  /** Every part of one dataset, or none: all are made before the first is saved. */
  async function download() {
    const names = isDivided ? parts.value.map(({ name }) => name) : [undefined];
    const files = await Promise.all(
      names.map(async (name, index) => ({
        name: exportFileName(design.name, options.format, name),
        answer: await workers.evaluator.exportRows(exportRequest(options, { index })),
      })),
    );
    for (const { name, answer } of files) host.saveFile(answer.blob, name);
    const rows = files.reduce((sum, { answer }) => sum + answer.rowCount, 0);
    const where = files.length === 1 ? '' : ` in ${files.length} files`;
    leave(`${rows.toLocaleString('en')} ${rows === 1 ? 'row' : 'rows'} exported${where}`);
  }

  async function copy() {
    const { blob, rowCount } = await workers.evaluator.exportRows(exportRequest(options));
    await navigator.clipboard.writeText(await blob.text());
    leave(`${rowCount.toLocaleString('en')} ${rowCount === 1 ? 'row' : 'rows'} copied`);
  }

  function leave(text: string) {
    runs.noteExport();
    actions.toast({ text });
    onClose();
  }

  function attempt(work: Promise<void>, failed: string) {
    setProblem(undefined);
    work.catch((error: unknown) => {
      const reason = error instanceof Error ? error.message : String(error);
      setProblem(`${failed} ${reason}`);
    });
  }

  return (
    <Dialog
      open
      title="Export"
      width={720}
      onClose={onClose}
      actions={
        <>
          {!isDivided && (
            <Button
              size="large"
              glyph={Copy}
              disabled={cannot}
              onClick={() => {
                attempt(copy(), 'The rows could not be copied.');
              }}
            >
              Copy
            </Button>
          )}
          <Button
            size="large"
            tone="ink"
            glyph={Download}
            disabled={cannot}
            onClick={() => {
              attempt(download(), 'The file could not be made.');
            }}
          >
            Download
          </Button>
        </>
      }
    >
      <ExportForm options={options} onChange={setOptions} />
      {[refusal, problem].map((text) =>
        text === undefined ? null : (
          <Banner key={text} tone="bad" inset>
            {text}
          </Banner>
        ),
      )}
    </Dialog>
  );
}
