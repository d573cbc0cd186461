import {
  wantedEnvironments,
  wantedFiles,
  type WantedFile,
} from '#core/codecs/source-files/wanted-files.ts';
import { useDesign, useWorkbench } from '#state/react.tsx';
import { Banner } from '#ui/feedback/banner.tsx';
import { dataFileEndings, documentFileEndings, FilePicker } from './file-picker.tsx';
import { FetchButton } from './fetch-button.tsx';
import { Line } from '#features/designer/shared/layout.ts';

/** The files that the design names and nobody has given yet, asked for by name. */
export function MissingFiles() {
  const { sourceFiles } = useWorkbench();
  const design = useDesign((state) => state.design);
  const sources = wantedFiles(design);
  const environments = wantedEnvironments(design);
  const wanted = environments === undefined ? sources : [...sources, environments];
  if (wanted.length === 0) return null;
  const datasets = sources.filter(({ dataset }) => dataset !== undefined);
  const files = sources.filter(({ dataset }) => dataset === undefined);
  const wishes = wanted.length - datasets.length;

  async function pick(picked: readonly File[]) {
    const [file, second] = picked;
    // One wish and one choice: the user has said which it is, whatever it is called.
    const isClear = wishes === 1 && file !== undefined && second === undefined;
    if (isClear && environments !== undefined) await sourceFiles.attachEnvironments(file);
    else if (isClear && files[0] !== undefined) await sourceFiles.attach(files[0].sourceId, picked);
    else await sourceFiles.attachByName(picked);
  }

  return (
    <Banner inset tone="warn">
      <span>{sentence(wanted)}</span>
      <Line style={{ marginTop: 4 }}>
        {wishes > 0 && (
          <FilePicker
            label="Choose files"
            multiple
            accept={`${dataFileEndings},${documentFileEndings}${environments === undefined ? '' : ',.yaml,.yml'}`}
            onPick={(picked) => void pick(picked)}
          />
        )}
        {datasets.map(({ sourceId, dataset = '' }) => (
          <FetchButton key={sourceId} sourceId={sourceId} dataset={dataset} />
        ))}
      </Line>
    </Banner>
  );
}

function sentence(wanted: readonly Pick<WantedFile, 'name' | 'dataset'>[]): string {
  const names = wanted.map(({ name, dataset }) => dataset ?? name).join(', ');
  const noun = wanted.length === 1 ? 'a file' : `${wanted.length} files`;
  return `This design asks for ${noun}: ${names}. Drop ${wanted.length === 1 ? 'it' : 'them'} on this window, or choose.`;
}
