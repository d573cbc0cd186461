/** Findings on model aliases, above all on addresses a design asks for. */
import type { Diagnostic } from '#core/base/diagnostic.ts';
import { refusedParameter } from '#core/base/request-parameter.ts';
import type { DatasetDesign, ModelAlias } from './design.ts';
import { parseEndpoint } from './endpoint.ts';
import { errorAt, infoAt } from './finding.ts';

export function checkModels(design: DatasetDesign): readonly Diagnostic[] {
  return design.models.flatMap(({ alias, endpoint, parameters }, index) => [
    ...checkAlias(design, alias, index),
    ...(endpoint === undefined ? [] : [checkEndpoint(endpoint, index)]),
    ...checkParameters(parameters ?? {}, index),
  ]);
}

function checkAlias(
  { models }: DatasetDesign,
  alias: string,
  index: number,
): readonly Diagnostic[] {
  if (models.findIndex((model) => model.alias === alias) === index) return [];
  return [
    errorAt(
      ['models', index, 'alias'],
      'duplicate-alias',
      `There are two models called “${alias}”.`,
    ),
  ];
}

/** Names only: what stands under a name that looks like a key is never repeated. */
function checkParameters(
  parameters: NonNullable<ModelAlias['parameters']>,
  index: number,
): readonly Diagnostic[] {
  return Object.keys(parameters).flatMap((name) => {
    const refused = refusedParameter(name);
    if (refused === undefined) return [];
    const path = ['models', index, 'parameters', name];
    return [
      refused === 'credential'
        ? errorAt(
            path,
            'key-in-design',
            `Keys never live in a design. Take “${name}” out and type the key in Model settings.`,
          )
        : errorAt(path, 'reserved-parameter', `“${name}” is set by Rowsmith. Take it out.`),
    ];
  });
}

/** The origin shown has its host in ASCII, so that look-alike letters cannot pass for a known one. */
function checkEndpoint(endpoint: string, index: number): Diagnostic {
  const path = ['models', index, 'endpoint'];
  const parsed = parseEndpoint(endpoint);
  return parsed.ok
    ? infoAt(
        path,
        'endpoint-not-set-up',
        `This design asks for ${parsed.value.origin} . Not used until you set it up.`,
      )
    : errorAt(path, parsed.error.code, parsed.error.message);
}
