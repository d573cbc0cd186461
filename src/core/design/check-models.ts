/** Findings on model aliases, above all on addresses a design asks for. */
import type { Diagnostic } from '#core/base/diagnostic.ts';
import type { DatasetDesign } from './design.ts';
import { parseEndpoint } from './endpoint.ts';
import { errorAt, infoAt } from './finding.ts';

export function checkModels(design: DatasetDesign): readonly Diagnostic[] {
  return design.models.flatMap(({ alias, endpoint }, index) => [
    ...checkAlias(design, alias, index),
    ...(endpoint === undefined ? [] : [checkEndpoint(endpoint, index)]),
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
