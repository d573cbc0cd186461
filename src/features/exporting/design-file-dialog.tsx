import { styled } from '@mui/material/styles';
import Download from 'lucide-react/icons/download';
import type { ReactNode } from 'react';
import type { EncodedDesign } from '#core/codecs/design-codec.ts';
import { useView, useWorkbench } from '#state/react.tsx';
import { Button } from '#ui/actions/button.tsx';
import { Dialog } from '#ui/dialog/dialog.tsx';
import { Banner } from '#ui/feedback/banner.tsx';
import { CodeBox } from '#ui/inspect/code-box.tsx';

const Parts = styled('div')({ display: 'grid', gridTemplateColumns: 'minmax(0, 1fr)', gap: 12 });
const Losses = styled('ul')({ margin: '4px 0 0', paddingLeft: 18 });

export interface DesignFileDialogProps {
  readonly title: string;
  /** The program that reads the file. */
  readonly program: string;
  readonly encoded: EncodedDesign;
  readonly fileName: string;
  readonly mediaType: string;
  /** Choices and words between what is lost and the text. */
  readonly children?: ReactNode;
  readonly onClose: () => void;
}

/** The design as a file of another program, with everything that it has no place for said before it leaves. */
export function DesignFileDialog(props: DesignFileDialogProps) {
  const { title, program, encoded, fileName, mediaType, children, onClose } = props;
  const { host } = useWorkbench();
  const actions = useView((view) => view.actions);
  const { text, notices } = encoded;
  const losses = [...new Set(notices.map(({ message }) => message))];

  function download() {
    host.saveFile(new Blob([text], { type: mediaType }), fileName);
    actions.toast({ text: `${fileName} saved` });
    onClose();
  }

  return (
    <Dialog
      open
      title={title}
      width={720}
      onClose={onClose}
      actions={
        <Button size="large" tone="ink" glyph={Download} onClick={download}>
          Download
        </Button>
      }
    >
      <Parts>
        {losses.length === 0 ? (
          <Banner inset>{program} can say all that this design says.</Banner>
        ) : (
          <Banner inset tone="warn">
            {program} has no place for a part of this design.
            <Losses>
              {losses.map((message) => (
                <li key={message}>{message}</li>
              ))}
            </Losses>
          </Banner>
        )}
        {children}
        <CodeBox label="Configuration" text={text} />
      </Parts>
    </Dialog>
  );
}
