/** What Oumi finds out only while it runs, and charges for: said when the file is read. */
import type { Diagnostic, JsonPath } from '#core/base/diagnostic.ts';
import { parseFormat } from '#core/expression/parse.ts';
import { templateReferences } from '#core/expression/references.ts';
import type { OumiConfig, OumiParams } from './config.ts';
import { findEngine } from './engines.ts';

export function checkStatically(config: OumiConfig): readonly Diagnostic[] {
  const { strategy_params: params = {}, inference_config: inference = {} } = config;
  const isWritten =
    (params.generated_attributes ?? []).length + (params.multiturn_attributes ?? []).length > 0;
  return [
    ...checkTemperature(isWritten, inference.generation?.temperature),
    ...checkOrder(params),
    ...checkCombinations(params),
    ...checkInternals(params),
    ...checkTools(config),
    ...checkRevisions(params),
  ];
}

function checkTemperature(isWritten: boolean, temperature = 0): readonly Diagnostic[] {
  if (!isWritten || temperature > 0) return [];
  return [
    warning(
      ['inference_config', 'generation', 'temperature'],
      'temperature-zero',
      'At temperature 0, which is Oumi’s default, rows with equal attributes get equal texts. Set it to about 1.',
    ),
  ];
}

/** Oumi fills attributes in the order of the file and looks nothing up ahead. */
function checkOrder(params: OumiParams): readonly Diagnostic[] {
  const generated = params.generated_attributes ?? [];
  const later = new Set(generated.flatMap(({ id, postprocessing_params: p }) => [id, p?.id]));
  return generated.flatMap((attribute, index) => {
    const findings = (attribute.instruction_messages ?? []).flatMap(({ content = '' }, number) => {
      const parsed = parseFormat(content);
      const names = parsed.ok ? templateReferences(parsed.value) : [];
      return names
        .filter(({ name }) => later.has(name))
        .map(({ name }) =>
          warning(
            [
              'strategy_params',
              'generated_attributes',
              index,
              'instruction_messages',
              number,
              'content',
            ],
            'forward-reference',
            `“${name}” is written later in the file, so Oumi would stop here. Rowsmith finds the order itself.`,
          ),
        );
    });
    later.delete(attribute.id);
    later.delete(attribute.postprocessing_params?.id);
    return findings;
  });
}

function checkCombinations(params: OumiParams): readonly Diagnostic[] {
  const ids = (params.sampled_attributes ?? []).map(({ id }) => id);
  return (params.combination_sampling ?? []).flatMap(({ combination = {} }, index) => {
    const missing = ids.filter((id) => id !== undefined && !Object.hasOwn(combination, id));
    if (missing.length === 0) return [];
    return [
      warning(
        ['strategy_params', 'combination_sampling', index, 'combination'],
        'combination-partial',
        `Rows of this combination get no ${missing.join(', ')} in Oumi. Rowsmith draws them as usual.`,
      ),
    ];
  });
}

/** Oumi builds no engine that cannot call tools itself; here tools are told in the prompt. */
function checkTools(config: OumiConfig): readonly Diagnostic[] {
  const { strategy_params: params = {}, inference_config: inference = {} } = config;
  const environments = config.environment_config?.environments ?? [];
  const { name, hasTools } = findEngine(inference.engine);
  const isPlayed = (params.multiturn_attributes ?? []).length > 0;
  if (hasTools || !isPlayed || environments.every(({ tools }) => (tools ?? []).length === 0))
    return [];
  return [
    warning(
      ['inference_config', 'engine'],
      'tool-engine-unsupported',
      `Oumi refuses tools with the engine ${name}. Rowsmith tells them in the prompt, so they work here; choose another engine to run the file in Oumi.`,
    ),
  ];
}

/** The rows API of Hugging Face serves the newest revision and takes no other. */
function checkRevisions(params: OumiParams): readonly Diagnostic[] {
  return (params.input_data ?? []).flatMap(({ hf_revision: revision }, index) =>
    (revision ?? '') === ''
      ? []
      : [
          warning(
            ['strategy_params', 'input_data', index, 'hf_revision'],
            'revision-not-read',
            `Hugging Face gives rows of the newest revision only, so “${revision ?? ''}” is kept for Oumi and not read here. Attach the file of that revision to be sure.`,
          ),
        ],
  );
}

const internals: readonly string[] = ['conversation_plan', 'parsed_turn_plans', 'grounding_facts'];

function checkInternals(params: OumiParams): readonly Diagnostic[] {
  const attributes = [
    ...(params.sampled_attributes ?? []),
    ...(params.generated_attributes ?? []),
    ...(params.transformed_attributes ?? []),
  ];
  return attributes.flatMap(({ id = '' }) =>
    internals.includes(id)
      ? [
          warning(
            ['strategy_params'],
            'id-internal',
            `“${id}” is a name that Oumi uses itself in conversations. Choose another one.`,
          ),
        ]
      : [],
  );
}

function warning(path: JsonPath, code: string, message: string): Diagnostic {
  return { path, code, severity: 'warning', message };
}
