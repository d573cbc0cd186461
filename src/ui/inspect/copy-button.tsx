import Check from 'lucide-react/icons/check';
import Copy from 'lucide-react/icons/copy';
import Terminal from 'lucide-react/icons/terminal';
import { useState } from 'react';
import { Button } from '#ui/actions/button.tsx';

interface CopyButtonProps {
  readonly label: string;
  readonly text: string;
  readonly glyph?: 'copy' | 'terminal';
}

/** Puts a text on the clipboard as plain text, and says so in place. */
export function CopyButton({ label, text, glyph = 'copy' }: CopyButtonProps) {
  const [copied, setCopied] = useState<string>();
  const isCopied = copied === text;
  const plain = glyph === 'copy' ? Copy : Terminal;

  async function copy() {
    await navigator.clipboard.writeText(text);
    setCopied(text);
  }

  return (
    <Button
      tone="ghost"
      size="small"
      glyph={isCopied ? Check : plain}
      onClick={() => {
        // Without leave to write there is nothing to say: the text can be selected.
        copy().catch(() => undefined);
      }}
      {...(isCopied ? { description: 'Copied' } : {})}
    >
      {label}
    </Button>
  );
}
