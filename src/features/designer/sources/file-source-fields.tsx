import { wantedFile } from '#core/codecs/source-files/wanted-files.ts';
import type { Source } from '#core/design/design.ts';
import { useWorkbench } from '#state/react.tsx';
import { NumberField } from '#ui/fields/number-field.tsx';
import { SwitchField } from '#ui/fields/switch-field.tsx';
import { Caption, FieldRow, Line, Quiet } from '#features/designer/shared/layout.ts';
import { useEdit } from '#features/designer/shared/use-edit.ts';
import { FetchButton } from './fetch-button.tsx';
import { dataFileEndings, documentFileEndings, FilePicker } from './file-picker.tsx';

type FileSource = Exclude<Source, { kind: 'inline' }>;

/** Where the rows of a file come from, and how a document is cut. */
export function FileSourceFields({ source }: { readonly source: FileSource }) {
  const { sourceFiles } = useWorkbench();
  const { dataset, name } = wantedFile(source);
  const isDocument = source.kind === 'document';
  return (
    <>
      <Line>
        <Quiet>{source.rows.length === 0 ? `asks for ${dataset ?? name}` : `from ${name}`}</Quiet>
        {dataset !== undefined && <FetchButton sourceId={source.id} dataset={dataset} />}
        <FilePicker
          label={source.rows.length === 0 ? 'Attach file' : 'Replace file'}
          multiple={name.includes('*')}
          accept={isDocument ? documentFileEndings : dataFileEndings}
          onPick={(files) => void sourceFiles.attach(source.id, files)}
        />
      </Line>
      {isDocument && <Segments source={source} />}
    </>
  );
}

type DocumentSource = Extract<Source, { kind: 'document' }>;

function Segments({ source }: { readonly source: DocumentSource }) {
  const edit = useEdit();
  const { segments, id: sourceId } = source;
  if (segments === undefined) return <Caption>One row for each document, as a whole.</Caption>;
  const change = (next: Partial<typeof segments>, typing: string): void => {
    edit(
      { kind: 'update-source', sourceId, change: { segments: { ...segments, ...next } } },
      { coalesce: `${sourceId}.${typing}` },
    );
  };
  return (
    <>
      <FieldRow>
        <NumberField
          label="Tokens of a segment"
          value={segments.length}
          integer
          min={1}
          onChange={(length = 1) => change({ length }, 'length')}
        />
        <NumberField
          label="Overlap"
          value={segments.overlap}
          integer
          min={0}
          onChange={(overlap = 0) => change({ overlap }, 'overlap')}
        />
      </FieldRow>
      <SwitchField
        label="Keep the whole text beside each segment"
        checked={segments.keepWhole}
        onChange={(keepWhole) => change({ keepWhole }, 'keepWhole')}
      />
      <Caption>Documents are cut when they are attached. Attach again after a change.</Caption>
    </>
  );
}
