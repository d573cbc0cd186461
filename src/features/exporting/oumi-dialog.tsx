import { styled } from '@mui/material/styles';
import Download from 'lucide-react/icons/download';
import { useMemo } from 'react';
import { oumiYaml } from '#core/codecs/oumi/oumi-yaml.ts';
import { oumiFileName } from '#state/export-options.ts';
import { useDesign, useView, useWorkbench } from '#state/react.tsx';
import { Button } from '#ui/actions/button.tsx';
import { Dialog } from '#ui/dialog/dialog.tsx';
import { Banner } from '#ui/feedback/banner.tsx';
import { CodeBox } from '#ui/inspect/code-box.tsx';

const Losses = styled('ul')({ margin: '4px 0 0', paddingLeft: 18 });

/** The design as a configuration of Oumi, with everything that Oumi has no place for said before it leaves. */
export function OumiDialog({ onClose }: { readonly onClose: () => void }) {
  const { host } = useWorkbench();
  const design = useDesign((state) => state.design);
  const actions = useView((view) => view.actions);
  const { text, notices } = useMemo(() => oumiYaml.encode(design), [design]);
  const losses = [...new Set(notices.map(({ message }) => message))];

  function download() {
    const name = oumiFileName(design.name);
    host.saveFile(new Blob([text], { type: 'application/yaml' }), name);
    actions.toast({ text: `${name} saved` });
    onClose();
  }

  return (
    <Dialog
      open
      title="Save as Oumi YAML"
      width={720}
      onClose={onClose}
      actions={
        <Button size="large" tone="ink" glyph={Download} onClick={download}>
          Download
        </Button>
      }
    >
      {losses.length === 0 ? (
        <Banner inset>Oumi can say all that this design says.</Banner>
      ) : (
        <Banner inset tone="warn">
          Oumi has no place for a part of this design.
          <Losses>
            {losses.map((message) => (
              <li key={message}>{message}</li>
            ))}
          </Losses>
        </Banner>
      )}
      <CodeBox label="Configuration" text={text} />
    </Dialog>
  );
}
