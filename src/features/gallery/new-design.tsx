import { useState } from 'react';
import { Dialog } from '#ui/dialog/dialog.tsx';
import { useWorkbench } from '#state/react.tsx';
import { DescribeField } from './describe-field.tsx';
import { Gallery } from './gallery.tsx';
import { RecentDesigns } from './recent-designs.tsx';

/** A sentence, a finished design, one of the user's own, or something that exists. */
export function NewDesign({ onClose }: { readonly onClose: () => void }) {
  const { documents, drafts } = useWorkbench();
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
    <Dialog open title="What rows do you need?" width={1140} isDisplay onClose={onClose}>
      <DescribeField
        isBusy={isOpening}
        onBlank={(brief) => {
          drafts.setText('describe', '');
          open(() => documents.newDesign(brief));
        }}
        onSample={() => {
          open(() => documents.openSample());
        }}
      />
      <RecentDesigns />
      <Gallery
        onOpen={({ design }) => open(() => documents.openDesign(design, []))}
        onOpenMine={open}
      />
    </Dialog>
  );
}
