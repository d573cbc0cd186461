import { useMemo } from 'react';
import { oumiYaml } from '#core/codecs/oumi/oumi-yaml.ts';
import { oumiFileName } from '#state/export-options.ts';
import { useDesign } from '#state/react.tsx';
import { DesignFileDialog } from './design-file-dialog.tsx';

/** The design as a configuration of Oumi. */
export function OumiDialog({ onClose }: { readonly onClose: () => void }) {
  const design = useDesign((state) => state.design);
  const encoded = useMemo(() => oumiYaml.encode(design), [design]);
  return (
    <DesignFileDialog
      title="Save as Oumi YAML"
      program="Oumi"
      encoded={encoded}
      fileName={oumiFileName(design.name)}
      mediaType="application/yaml"
      onClose={onClose}
    />
  );
}
