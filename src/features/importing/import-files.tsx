import { styled } from '@mui/material/styles';
import FileDown from 'lucide-react/icons/file-down';
import FileInput from 'lucide-react/icons/file-input';
import X from 'lucide-react/icons/x';
import { useId } from 'react';
import type { FoundFile } from '#state/import-store.ts';
import { useWorkbench } from '#state/react.tsx';
import { IconButton } from '#ui/actions/icon-button.tsx';
import { Icon } from '#ui/icon/icon.tsx';
import { tokenVar } from '#ui/theme/tokens.ts';
import { acceptedFiles } from './accepted-files.ts';
import { fileWords, waitingWords } from './choice-words.ts';

const Files = styled('div')({
  display: 'grid',
  gridTemplateColumns: 'repeat(auto-fill, minmax(min(300px, 100%), 1fr))',
  gap: 10,
  marginBottom: 12,
});

const FileCard = styled('div')({
  display: 'flex',
  alignItems: 'center',
  gap: 12,
  minHeight: 58,
  padding: '8px 12px',
  borderRadius: 8,
  boxShadow: `inset 0 0 0 1px ${tokenVar('line-2')}`,
  '& > span:first-of-type': {
    display: 'grid',
    placeItems: 'center',
    flexShrink: 0,
    width: 36,
    height: 36,
    borderRadius: 8,
    color: tokenVar('source'),
    backgroundColor: tokenVar('source-soft'),
  },
  '& > div': { flex: 1, minWidth: 0, overflowWrap: 'anywhere' },
  '& strong': { display: 'block', fontWeight: 600 },
  '& small': { color: tokenVar('ink-2'), fontSize: '0.75rem' },
});

const Drop = styled('label')({
  display: 'flex',
  alignItems: 'center',
  gap: 10,
  minHeight: 58,
  padding: '8px 14px',
  borderRadius: 8,
  border: `1px dashed ${tokenVar('line-3')}`,
  cursor: 'pointer',
  '&:hover': { backgroundColor: tokenVar('hover') },
  '&:focus-within': { outline: `2px solid ${tokenVar('blue-line')}`, outlineOffset: 2 },
  '& input': { position: 'absolute', opacity: 0, width: 1, height: 1 },
  '& > span': { flex: 1, minWidth: 0 },
  '& em': { color: tokenVar('blue'), fontStyle: 'normal', fontWeight: 500 },
  '& small': { display: 'block', color: tokenVar('ink-3'), fontSize: '0.75rem' },
});

const Waiting = styled('p')({ margin: '0 0 12px', color: tokenVar('ink-2'), fontSize: '0.75rem' });

interface ImportFilesProps {
  readonly files: readonly FoundFile[];
  readonly fieldCount: number;
  readonly waiting: readonly string[];
  readonly onLeave: () => void;
}

/** The files whose rows stand under one head, and the place for more of them. */
export function ImportFiles({ files, fieldCount, waiting, onLeave }: ImportFilesProps) {
  const { imports } = useWorkbench();
  const isOne = files.length === 1;
  return (
    <>
      <Files>
        {files.map((file, index) => (
          <FileCard key={`${file.name} ${index}`}>
            <span>
              <Icon glyph={FileInput} size={20} />
            </span>
            <div>
              <strong>{file.name === '' ? 'Pasted rows' : file.name}</strong>
              <small>{fileWords(file, fieldCount)}</small>
            </div>
            <IconButton
              label={isOne ? 'Leave these rows' : `Leave out ${file.name}`}
              glyph={X}
              onClick={() => {
                if (isOne) onLeave();
                else void imports.leaveOut(index);
              }}
            />
          </FileCard>
        ))}
        <DropMore />
      </Files>
      {waiting.length > 0 && <Waiting role="status">{waitingWords(waiting)}</Waiting>}
    </>
  );
}

/** The drop itself is heard by the whole window. */
function DropMore() {
  const { imports } = useWorkbench();
  const inputId = useId();
  return (
    <Drop htmlFor={inputId}>
      <input
        id={inputId}
        type="file"
        multiple
        accept={acceptedFiles}
        aria-label="More files"
        onChange={(event) => {
          void imports.addFiles([...(event.target.files ?? [])]);
          event.target.value = '';
        }}
      />
      <Icon glyph={FileDown} size={18} />
      <span>
        Drop more files, or <em>choose</em>
        <small>Those with the same columns join</small>
      </span>
    </Drop>
  );
}
