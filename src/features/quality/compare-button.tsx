import { styled } from '@mui/material/styles';
import GitCompareArrows from 'lucide-react/icons/git-compare-arrows';
import { useRef } from 'react';
import { Button } from '#ui/actions/button.tsx';

const Input = styled('input')({
  position: 'absolute',
  width: 1,
  height: 1,
  opacity: 0,
  pointerEvents: 'none',
});

interface CompareButtonProps {
  readonly disabled: boolean;
  readonly onFile: (file: File) => void;
}

/** Asks for a file of real rows; dropping one on the page does the same. */
export function CompareButton({ disabled, onFile }: CompareButtonProps) {
  const input = useRef<HTMLInputElement>(null);
  return (
    <>
      <Input
        ref={input}
        type="file"
        tabIndex={-1}
        aria-label="Real sample"
        accept=".csv,.json,.jsonl,.txt,text/csv,application/json"
        onChange={(event) => {
          const file = event.target.files?.[0];
          if (file !== undefined) onFile(file);
          // The same file may be chosen again after it was changed.
          event.target.value = '';
        }}
      />
      <Button
        tone="ghost"
        glyph={GitCompareArrows}
        disabled={disabled}
        description="A CSV or JSONL file of real rows; it stays on this device"
        onClick={() => input.current?.click()}
      >
        Compare with
      </Button>
    </>
  );
}
