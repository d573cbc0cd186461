import { styled } from '@mui/material/styles';
import FileDown from 'lucide-react/icons/file-down';
import FilePlus from 'lucide-react/icons/file-plus';
import Tv from 'lucide-react/icons/tv';
import type { LucideIcon } from 'lucide-react';
import { useState } from 'react';
import { Button } from '#ui/actions/button.tsx';
import { Dialog } from '#ui/dialog/dialog.tsx';
import { TextArea } from '#ui/fields/text-area.tsx';
import { Icon } from '#ui/icon/icon.tsx';
import { tokenVar } from '#ui/theme/tokens.ts';
import { useView, useWorkbench } from '#state/react.tsx';
import { Gallery } from './gallery.tsx';
import { RecentDesigns } from './recent-designs.tsx';

const Choices = styled('div')({
  display: 'grid',
  gridTemplateColumns: 'repeat(auto-fit, minmax(200px, 1fr))',
  gap: 10,
  marginTop: 16,
});

const Choice = styled('button')({
  display: 'flex',
  flexDirection: 'column',
  gap: 4,
  padding: '12px 14px',
  border: 0,
  borderRadius: 8,
  backgroundColor: tokenVar('sheet'),
  boxShadow: tokenVar('shadow-1'),
  font: 'inherit',
  textAlign: 'left',
  color: tokenVar('ink-2'),
  cursor: 'pointer',
  '& strong': {
    display: 'flex',
    alignItems: 'center',
    gap: 8,
    color: tokenVar('ink'),
    fontWeight: 600,
  },
  '&:hover': { backgroundColor: tokenVar('hover') },
  '&:focus-visible': { outline: `2px solid ${tokenVar('blue-line')}`, outlineOffset: 1 },
});

/** A blank page with its brief already said, the sample, or something that exists. */
export function NewDesign({ onClose }: { readonly onClose: () => void }) {
  const { documents } = useWorkbench();
  const actions = useView((view) => view.actions);
  const [brief, setBrief] = useState('');
  const [isOpening, setOpening] = useState(false);

  /** A double click opens one design. */
  function open(work: () => Promise<void>) {
    if (isOpening) return;
    setOpening(true);
    void work().finally(() => {
      setOpening(false);
    });
  }
  return (
    <Dialog
      open
      title="What rows do you need?"
      width={1140}
      onClose={onClose}
      actions={
        <Button
          size="large"
          tone="ink"
          glyph={FilePlus}
          disabled={isOpening}
          onClick={() => {
            open(() => documents.newDesign(brief.trim()));
          }}
        >
          Start blank
        </Button>
      }
    >
      <TextArea
        label="Say it in a sentence"
        hint="It becomes the brief of the design and is told to the model with every request."
        minRows={3}
        value={brief}
        onChange={setBrief}
      />
      <Choices>
        <StartFrom
          glyph={Tv}
          title="Television catalogue"
          text="Price follows size, one line per panel type. Needs no key."
          onClick={() => {
            open(() => documents.openSample());
          }}
        />
        <StartFrom
          glyph={FileDown}
          title="A file or a link"
          text="Open a Rowsmith design that you or somebody else saved."
          onClick={() => {
            actions.openDialog({ kind: 'import' });
          }}
        />
      </Choices>
      <Gallery onOpen={({ design }) => open(() => documents.openDesign(design, []))} />
      <RecentDesigns />
    </Dialog>
  );
}

interface StartFromProps {
  readonly glyph: LucideIcon;
  readonly title: string;
  readonly text: string;
  readonly onClick: () => void;
}

function StartFrom({ glyph, title, text, onClick }: StartFromProps) {
  return (
    <Choice type="button" onClick={onClick}>
      <strong>
        <Icon glyph={glyph} size={16} />
        {title}
      </strong>
      {text}
    </Choice>
  );
}
