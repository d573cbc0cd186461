/** What a link holds, counted from the design itself. */
import type { DatasetDesign } from '#core/design/design.ts';

export function linkContents(design: DatasetDesign): readonly string[] {
  const tables = design.columns.filter(({ fill }) => 'values' in fill && fill.kind !== 'generated');
  const models = design.models.map(({ alias, model }) =>
    model === '' ? alias : `${alias}, ${model}`,
  );
  const addresses = new Set(design.models.flatMap(({ endpoint }) => endpoint ?? []));
  return [
    `${count(design.columns.length, 'column')}, ${count(tables.length, 'attribute table')}`,
    `${count(design.constraints.length, 'constraint')}, ${count(design.calls.length, 'call')}`,
    `Seed ${design.seed}, so all sampled values`,
    ...(models.length === 0 ? [] : [`Model name ${models.join('; ')}`]),
    ...[...addresses].map((address) => `Model address ${address}`),
    ...(design.sources.length === 0 ? [] : [`${count(design.sources.length, 'source')} typed in`]),
  ];
}

export const linkOmissions: readonly string[] = [
  'API keys',
  'Texts the model has written',
  'Files you dropped',
  'Who you are',
];

/** Longer links are cut by some mail and chat programs. */
const safeCharacters = 8_000;

export function lengthWords(length: number): string {
  if (length === 0) return 'Making the link.';
  const characters = `${length.toLocaleString('en')} characters`;
  return length <= safeCharacters
    ? `${characters}, works everywhere`
    : `${characters}: some mail and chat programs cut links longer than ${safeCharacters.toLocaleString('en')}`;
}

function count(number: number, noun: string): string {
  return `${number} ${noun}${number === 1 ? '' : 's'}`;
}
