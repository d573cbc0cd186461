import { describe, expect, it } from 'vitest';
import { attachRows } from '#core/codecs/source-files/attach-source.ts';
import { placeYamlProblems, readYaml, writeYaml } from './yaml-draft.ts';
import { createDesign } from '#core/design/defaults.ts';

const text = `# Towns
num_samples: 3
strategy_params:
  input_data:
    - path: towns.csv # ours
  generated_attributes:
    - id: question
      instruction_messages:
        - {role: USER, content: "Ask about {town}."}
inference_config: {model: {model_name: m}, engine: OPENAI, generation: {temperature: 1.0}}
`;

function opened() {
  const { design } = readYaml(text, createDesign());
  if (design === undefined) throw new Error('not read');
  return design;
}

function attached() {
  const design = opened();
  const [source] = design.sources;
  if (source === undefined) throw new Error('no source');
  return attachRows(design, source, [{ town: 'Bonn' }]);
}

describe('a design as YAML', () => {
  it('is written back as it was, comments included', () => {
    expect(writeYaml(opened())).toBe(text);
  });

  it('keeps the rows of a file while the text is edited', () => {
    const edited = writeYaml(attached()).replace('num_samples: 3', 'num_samples: 5');
    const { design } = readYaml(edited, attached());
    expect(design).toMatchObject({ rows: 5, sources: [{ rows: [{ town: 'Bonn' }] }] });
    expect(design?.columns.map(({ name }) => name)).toEqual(['town', 'question']);
  });

  it('asks for another file when the path is another one', () => {
    const edited = text.replace('towns.csv', 'cities.csv');
    expect(readYaml(edited, attached()).design?.sources[0]?.rows).toEqual([]);
  });

  it('is not applied while Oumi would refuse it', () => {
    const { design, problems } = readYaml(text.replace('num_samples', 'samples'), attached());
    expect(design).toBeUndefined();
    expect(problems.find(({ severity }) => severity === 'error')?.line).toBe(2);
  });

  it('shows a problem of the design at its line', () => {
    const path = ['calls', 0, 'messages', 0, 'content'];
    const diagnostic = { path, code: 'x', severity: 'error', message: 'x' } as const;
    const [placed] = placeYamlProblems(text, [diagnostic]);
    expect(text.slice(placed?.startOffset, placed?.endOffset)).toBe(
      '- {role: USER, content: "Ask about {town}."}',
    );
  });
});
