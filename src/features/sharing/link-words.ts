/** What a link holds, counted from the design itself and the rows that travel along. */
import { counted } from '#core/base/counted.ts';
import type { DatasetDesign } from '#core/design/design.ts';

export function linkContents(design: DatasetDesign, rows = 0): readonly string[] {
  const tables = design.columns.filter(({ fill }) => 'values' in fill && fill.kind !== 'generated');
  const models = design.models.map(({ alias, model }) =>
    model === '' ? alias : `${alias}, ${model}`,
  );
  const addresses = new Set(design.models.flatMap(({ endpoint }) => endpoint ?? []));
  return [
    `${counted(design.columns.length, 'column')}, ${counted(tables.length, 'attribute table')}`,
    `${counted(design.constraints.length, 'constraint')}, ${counted(design.calls.length, 'call')}`,
    `Seed ${design.seed}, so all sampled values`,
    ...(models.length === 0 ? [] : [`Model name ${models.join('; ')}`]),
    ...[...addresses].map((address) => `Model address ${address}`),
    ...(design.sources.length === 0
      ? []
      : [`${counted(design.sources.length, 'source')} typed in`]),
    ...(rows === 0 ? [] : [`Texts of the first ${counted(rows, 'finished row')}`]),
  ];
}

export function linkOmissions(hasRows: boolean): readonly string[] {
  return [
    'API keys',
    hasRows ? 'All other rows' : 'Texts the model has written',
    'Files you dropped',
    'Who you are',
  ];
}

export function tasteLabel(rows: number): string {
  return rows === 1
    ? 'Add the first finished row as a taste'
    : `Add the first ${rows} finished rows as a taste`;
}

export function tasteCost(characters: number): string {
  return `adds about ${(Math.round(characters / 10) * 10).toLocaleString('en')} characters`;
}

/** Longer links are cut by some mail and chat programs. */
export const safeCharacters = 8_000;

export function lengthWords(length: number): string {
  if (length === 0) return 'Making the link.';
  const characters = `${length.toLocaleString('en')} characters`;
  return length <= safeCharacters
    ? `${characters}, works everywhere`
    : `${characters}: some mail and chat programs cut links longer than ${safeCharacters.toLocaleString('en')}`;
}
