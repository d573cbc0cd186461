import { styled } from '@mui/material/styles';
import { useMemo, useState } from 'react';
import { dataDesigner, encodeYaml } from '#core/codecs/data-designer/data-designer.ts';
import { dataDesignerFileName } from '#state/export-options.ts';
import { useDesign } from '#state/react.tsx';
import { SegmentedControl } from '#ui/actions/segmented-control.tsx';
import { CodeBox } from '#ui/inspect/code-box.tsx';
import { DesignFileDialog } from './design-file-dialog.tsx';

const Choice = styled('div')({ display: 'flex' });

const forms = [
  { value: 'json', label: 'JSON' },
  { value: 'yaml', label: 'YAML' },
] as const;

/** The design as a configuration of NeMo Data Designer, with the commands that run it there. */
export function DataDesignerDialog({ onClose }: { readonly onClose: () => void }) {
  const design = useDesign((state) => state.design);
  const [form, setForm] = useState<'json' | 'yaml'>('json');
  const encoded = useMemo(
    () => (form === 'json' ? dataDesigner.encode(design) : encodeYaml(design)),
    [design, form],
  );
  const fileName = dataDesignerFileName(design.name, form);
  return (
    <DesignFileDialog
      title="Save as Data Designer config"
      program="Data Designer"
      encoded={encoded}
      fileName={fileName}
      mediaType={`application/${form}`}
      onClose={onClose}
    >
      <Choice>
        <SegmentedControl
          label="Form of the file"
          options={forms}
          value={form}
          onChange={setForm}
        />
      </Choice>
      <CodeBox label="Commands" text={commands(fileName, design.rows)} />
    </DesignFileDialog>
  );
}

function commands(fileName: string, rows: number): string {
  return [
    `data-designer validate ${fileName}`,
    `data-designer preview ${fileName} --num-records 10`,
    `data-designer create ${fileName} --num-records ${Math.max(1, rows)}`,
  ].join('\n');
}
