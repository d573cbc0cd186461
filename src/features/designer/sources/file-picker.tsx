import { styled } from '@mui/material/styles';
import FilePlus from 'lucide-react/icons/file-plus';
import { useRef } from 'react';
import { Button, type ButtonTone } from '#ui/actions/button.tsx';

const Hidden = styled('input')({ display: 'none' });

interface FilePickerProps {
  readonly label: string;
  readonly accept: string;
  readonly multiple?: boolean;
  readonly tone?: ButtonTone;
  readonly onPick: (files: readonly File[]) => void;
}

/** A button that opens the chooser of the system. */
export function FilePicker({
  label,
  accept,
  multiple = false,
  tone = 'outline',
  onPick,
}: FilePickerProps) {
  const input = useRef<HTMLInputElement>(null);
  return (
    <>
      <Hidden
        ref={input}
        type="file"
        accept={accept}
        multiple={multiple}
        tabIndex={-1}
        data-testid={label}
        aria-hidden
        onChange={(event) => {
          const files = [...(event.target.files ?? [])];
          // The same file can be chosen again after it was changed.
          event.target.value = '';
          if (files.length > 0) onPick(files);
        }}
      />
      <Button tone={tone} size="small" glyph={FilePlus} onClick={() => input.current?.click()}>
        {label}
      </Button>
    </>
  );
}

/** What data files and documents may be called. */
export const dataFileEndings = '.jsonl,.json,.csv,.tsv,.parquet,.xlsx';
export const documentFileEndings = '.txt,.md,.html,.htm';
