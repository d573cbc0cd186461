import Copy from 'lucide-react/icons/copy';
import Download from 'lucide-react/icons/download';
import FileCode from 'lucide-react/icons/file-code';
import { useState } from 'react';
import { defaultOptions, exportProblem, isText } from '#state/export-options.ts';
import { useDataset, useDesign, useView } from '#state/react.tsx';
import { Button } from '#ui/actions/button.tsx';
import { Dialog } from '#ui/dialog/dialog.tsx';
import { Banner } from '#ui/feedback/banner.tsx';
import { ExportForm } from './export-form.tsx';
import { SavingPanel } from './saving-panel.tsx';
import { useExportActs } from './use-export-acts.ts';
import { useFilePreview } from './use-file-preview.ts';

const manyRows = 100_000;

/** What leaves as a file or as several, with the first lines of the very file. */
export function ExportDialog({ onClose }: { readonly onClose: () => void }) {
  const design = useDesign((state) => state.design);
  const { openDialog } = useView((view) => view.actions);
  const [options, setOptions] = useState(() => defaultOptions(design));
  const preview = useFilePreview(options);
  const rowCount = useDataset((state) => state.summary?.rowCount ?? 0);
  // The first look at a great many rows takes seconds, in which Download can be pressed.
  const isLarge = preview?.isLarge ?? rowCount >= manyRows;
  const acts = useExportActs({ options, isLarge, onDone: onClose });
  const { saving, problem } = acts;
  const refusal = exportProblem(options);
  const cannot = refusal !== undefined;
  if (saving !== undefined)
    return (
      <Dialog
        open
        title="Export"
        width={720}
        onClose={acts.cancel}
        actions={
          <Button size="large" onClick={acts.cancel}>
            Cancel
          </Button>
        }
      >
        <SavingPanel {...saving} />
      </Dialog>
    );
  return (
    <Dialog
      open
      title="Export"
      width={720}
      onClose={onClose}
      quietActions={
        <Button
          tone="ghost"
          glyph={FileCode}
          onClick={() => {
            openDialog({ kind: 'oumi-export' });
          }}
        >
          Design as Oumi YAML
        </Button>
      }
      actions={
        <>
          {options.split === 'none' && isText(options.format) && (
            <Button size="large" glyph={Copy} disabled={cannot} onClick={acts.copy}>
              Copy
            </Button>
          )}
          <Button
            size="large"
            tone="ink"
            glyph={Download}
            disabled={cannot}
            onClick={acts.download}
          >
            Download
          </Button>
        </>
      }
    >
      <ExportForm
        options={options}
        preview={preview}
        isToDisk={acts.isToDisk}
        onChange={setOptions}
      />
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
