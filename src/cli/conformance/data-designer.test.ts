import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import fc from 'fast-check';
import { Ajv2020 } from 'ajv/dist/2020.js';
import { describe, expect, it } from 'vitest';
import type { JsonObject } from '#core/base/json.ts';
import { dataDesigner, encodeYaml } from '#core/codecs/data-designer/data-designer.ts';
import { readAnything } from '#core/codecs/import-formats.ts';
import { arbitraryDesign } from '#core/design/arbitrary-design.contract.ts';
import { checkDesign } from '#core/design/check.ts';
import type { DatasetDesign } from '#core/design/design.ts';
import { conformanceFolder, skipReason } from './oumi-vectors.ts';

const isAbsent = conformanceFolder === undefined;
const read = (name: string) => readFileSync(join(conformanceFolder ?? '', name), 'utf8');

function createValidator() {
  const ajv = new Ajv2020({ strict: false, allErrors: true });
  const validate = ajv.compile(JSON.parse(read('dd-config.schema.min.json')) as JsonObject);
  return (text: string) => {
    const file = JSON.parse(text) as { data_designer: JsonObject };
    validate(file.data_designer);
    return (validate.errors ?? []).map(
      ({ instancePath, message }) => `${instancePath} ${message ?? ''}`,
    );
  };
}

async function open(name: string) {
  const opened = await readAnything({ text: read(name), name });
  if (!opened.ok) throw new Error(opened.error[0]?.message);
  return opened.value;
}

const withoutOrigin = ({ origin: _origin, ...rest }: DatasetDesign) => rest;

describe.skipIf(isAbsent)(`files of Data Designer (else skipped: ${skipReason})`, () => {
  it('open without an error, and come back valid and whole', async () => {
    const { design } = await open('dd-export-sample.json');
    expect(checkDesign(design).filter(({ severity }) => severity === 'error')).toEqual([]);
    const { text } = dataDesigner.encode(design);
    expect(createValidator()(text)).toEqual([]);
    expect(JSON.parse(text)).toEqual(JSON.parse(read('dd-export-sample.json')));
  });

  it('of every type open with all that is not used here named, and come back valid with it', async () => {
    const { design, notices } = await open('dd-all-types.yaml');
    const named = notices.map(({ message }) => message).join('\n');
    for (const word of 'embedder painter buyer tool_alias with_trace sql_ok remote_ok headline_vec photo multi_modal_context selection_strategy docs profiler temperature top_p timeout'.split(
      ' ',
    ))
      expect(named).toContain(word);
    const { text } = dataDesigner.encode(design);
    expect(createValidator()(text)).toEqual([]);
    for (const word of [
      'headline_vec',
      'remote_ok',
      'multi_modal_context',
      'num_partitions',
      'max_tool_call_turns',
      'summary_score_sample_size',
    ])
      expect(text).toContain(word);
    const again = dataDesigner.decode(encodeYaml(design).text);
    expect(again.ok && withoutOrigin(again.value.design)).toEqual(withoutOrigin(design));
  });

  it.each(['dd-export-sample.json', 'dd-all-types.yaml'])(
    '%s written anew, without the file it came from, is valid too',
    async (name) => {
      const { design } = await open(name);
      expect(createValidator()(dataDesigner.encode(withoutOrigin(design)).text)).toEqual([]);
    },
  );

  it('are what any design is exported as, whatever it holds', () => {
    const problemsOf = createValidator();
    fc.assert(
      fc.property(arbitraryDesign, (design) => {
        expect(problemsOf(dataDesigner.encode(design).text)).toEqual([]);
      }),
      { numRuns: 150 },
    );
  });
});
