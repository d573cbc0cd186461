import FileDown from 'lucide-react/icons/file-down';
import FilePlus from 'lucide-react/icons/file-plus';
import Tv from 'lucide-react/icons/tv';
import { useState } from 'react';
import { Button } from '#ui/actions/button.tsx';
import { Dialog } from '#ui/dialog/dialog.tsx';
import { TextArea } from '#ui/fields/text-area.tsx';
import { useView, useWorkbench } from '#state/react.tsx';
import { Gallery } from './gallery.tsx';
import { RecentDesigns } from './recent-designs.tsx';
import { Choices, StartFrom } from './start-from.tsx';

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
          text="Open a design that was saved, or a configuration of Oumi or Data Designer."
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
