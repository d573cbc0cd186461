import { styled } from '@mui/material/styles';
import FileDown from 'lucide-react/icons/file-down';
import { useEffect, useId, useState } from 'react';
import type { Diagnostic } from '#core/base/diagnostic.ts';
import { Button } from '#ui/actions/button.tsx';
import { Dialog } from '#ui/dialog/dialog.tsx';
import { Banner } from '#ui/feedback/banner.tsx';
import { TextArea } from '#ui/fields/text-area.tsx';
import { Icon } from '#ui/icon/icon.tsx';
import { tokenVar } from '#ui/theme/tokens.ts';
import { useImport, useWorkbench } from '#state/react.tsx';
import { acceptedFiles } from './accepted-files.ts';
import { ImportTable } from './import-table.tsx';

const Drop = styled('label')({
  display: 'flex',
  flexDirection: 'column',
  alignItems: 'center',
  gap: 6,
  marginBottom: 14,
  padding: '24px 16px',
  borderRadius: 10,
  border: `1px dashed ${tokenVar('line-3')}`,
  color: tokenVar('ink-2'),
  textAlign: 'center',
  cursor: 'pointer',
  '&:hover': { backgroundColor: tokenVar('hover') },
  '&:focus-within': { outline: `2px solid ${tokenVar('blue-line')}`, outlineOffset: 2 },
  '& input': { position: 'absolute', opacity: 0, width: 1, height: 1 },
  '& strong': { color: tokenVar('ink'), fontWeight: 600 },
});

const Problems = styled('ul')({ margin: 0, paddingLeft: 16 });

interface ImportDialogProps {
  readonly onClose: () => void;
}

/** Files, links and pasted text. Designs open at once; of rows, a table is shown first. */
export function ImportDialog({ onClose }: ImportDialogProps) {
  const found = useImport((state) => state.found);
  return found === undefined ? <ImportSource onClose={onClose} /> : <ImportTable found={found} />;
}

/** A file, a link or pasted text becomes a new design; what is open stays in the library. */
function ImportSource({ onClose }: ImportDialogProps) {
  const { documents, stores } = useWorkbench();
  const [text, setText] = useState(stores.imports.getState().pasted);
  const [problems, setProblems] = useState<readonly Diagnostic[]>([]);
  const [isOpening, setOpening] = useState(false);
  const inputId = useId();

  // Pasted text is shown once; the next time the field begins blank.
  useEffect(() => {
    stores.imports.setState({ pasted: '' });
  }, [stores]);

  async function openText() {
    setOpening(true);
    const opened = await documents.openText(text);
    setOpening(false);
    if (!opened.ok) setProblems(opened.error);
    else if (stores.imports.getState().found === undefined) onClose();
  }

  async function openFiles(files: readonly File[]) {
    if (files.length === 0) return;
    onClose();
    await documents.openFiles(files);
  }

  return (
    <Dialog
      open
      title="Import"
      onClose={onClose}
      actions={
        <Button
          size="large"
          tone="ink"
          disabled={text.trim() === '' || isOpening}
          onClick={() => void openText()}
        >
          Open
        </Button>
      }
    >
      <Drop htmlFor={inputId}>
        <input
          id={inputId}
          type="file"
          multiple
          accept={acceptedFiles}
          aria-label="Files"
          onChange={(event) => void openFiles([...(event.target.files ?? [])])}
        />
        <Icon glyph={FileDown} size={20} />
        <strong>Choose files, or drop them anywhere on this window</strong>
        <span>
          Rows (CSV, TSV, JSON, JSONL, Excel, Parquet) become a design that makes more of them.
          Designs and links open as they are.
        </span>
      </Drop>
      <TextArea
        label="Or paste rows, a schema, a design or a link"
        mono
        minRows={4}
        maxRows={10}
        value={text}
        onChange={(next) => {
          setText(next);
          setProblems([]);
        }}
      />
      {problems.length > 0 && (
        <Banner tone="bad" inset>
          <Problems>
            {[...new Set(problems.map(({ message }) => message))].slice(0, 5).map((message) => (
              <li key={message}>{message}</li>
            ))}
          </Problems>
        </Banner>
      )}
    </Dialog>
  );
}
