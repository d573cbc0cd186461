import { wantedFiles, type WantedFile } from '#core/codecs/source-files/wanted-files.ts';
import { useDesign, useWorkbench } from '#state/react.tsx';
import { Banner } from '#ui/feedback/banner.tsx';
import { dataFileEndings, documentFileEndings, FilePicker } from './file-picker.tsx';
import { FetchButton } from './fetch-button.tsx';
import { Line } from '#features/designer/shared/layout.ts';

/** The files that the design names and nobody has given yet, asked for by name. */
export function MissingFiles() {
  const { sourceFiles } = useWorkbench();
  const design = useDesign((state) => state.design);
  const wanted = wantedFiles(design);
  if (wanted.length === 0) return null;
  const files = wanted.filter(({ dataset }) => dataset === undefined);
  const [only, second] = files;

  async function pick(picked: readonly File[]) {
    // One wish and one choice: the user has said which it is, whatever it is called.
    if (only !== undefined && second === undefined && picked.length === 1)
      await sourceFiles.attach(only.sourceId, picked);
    else await sourceFiles.attachByName(picked);
  }

  return (
    <Banner inset tone="warn">
      <span>{sentence(wanted)}</span>
      <Line style={{ marginTop: 4 }}>
        {files.length > 0 && (
          <FilePicker
            label="Choose files"
            multiple
            accept={`${dataFileEndings},${documentFileEndings}`}
            onPick={(picked) => void pick(picked)}
          />
        )}
        {wanted
          .filter(({ dataset }) => dataset !== undefined)
          .map(({ sourceId, dataset = '' }) => (
            <FetchButton key={sourceId} sourceId={sourceId} dataset={dataset} />
          ))}
      </Line>
    </Banner>
  );
}

function sentence(wanted: readonly WantedFile[]): string {
  const names = wanted.map(({ name, dataset }) => dataset ?? name).join(', ');
  const noun = wanted.length === 1 ? 'a file' : `${wanted.length} files`;
  return `This design asks for ${noun}: ${names}. Drop ${wanted.length === 1 ? 'it' : 'them'} on this window, or choose.`;
}
