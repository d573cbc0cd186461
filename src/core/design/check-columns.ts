/** Findings on columns apart from how they are filled: names, types, empty shares. */
import type { Diagnostic } from '#core/base/diagnostic.ts';
import { isUsableName } from './column-names.ts';
import type { Column, ColumnType, DatasetDesign } from './design.ts';
import type { FillKind } from './fill.ts';
import { errorAt, warningAt } from './finding.ts';

/** Types a fill can give; kinds that are not listed can give any. */
const fittingTypes: Readonly<Partial<Record<FillKind, readonly ColumnType[]>>> = {
  category: ['text', 'integer', 'decimal', 'boolean', 'date', 'datetime'],
  subcategory: ['text', 'integer', 'decimal', 'boolean', 'date', 'datetime'],
  number: ['integer', 'decimal', 'text'],
  boolean: ['boolean', 'text'],
  datetime: ['date', 'datetime', 'text'],
  uuid: ['text'],
  sequence: ['integer', 'decimal', 'text'],
  series: ['integer', 'decimal'],
  timedelta: ['date', 'datetime', 'text'],
  person: ['object'],
  pattern: ['text'],
  texts: ['text'],
};

export function checkColumns(design: DatasetDesign): readonly Diagnostic[] {
  const firstByName = new Map<string, Column>();
  return design.columns.flatMap((column, index) => {
    const lower = column.name.toLowerCase();
    const namesake = firstByName.get(lower);
    if (namesake === undefined) firstByName.set(lower, column);
    return [...checkName(column, index, namesake), ...checkCells(column, index)];
  });
}

function checkName(
  { name }: Column,
  index: number,
  namesake: Column | undefined,
): readonly Diagnostic[] {
  const path = ['columns', index, 'name'];
  if (!isUsableName(name))
    return [errorAt(path, 'name-not-usable', 'This column needs another name.')];
  if (namesake?.name === name)
    return [errorAt(path, 'duplicate-name', `There are two columns called “${name}”.`)];
  if (namesake !== undefined)
    return [
      warningAt(
        path,
        'similar-name',
        `“${name}” and “${namesake.name}” differ only in upper and lower case.`,
      ),
    ];
  return /[\p{Cc}\p{Cf}\p{Zl}\p{Zp}]/u.test(name)
    ? [warningAt(path, 'invisible-characters', 'This name contains invisible characters.')]
    : [];
}

function checkCells(
  { fill, type, nullRate, convertTo }: Column,
  index: number,
): readonly Diagnostic[] {
  const findings: Diagnostic[] = [];
  if (!(nullRate >= 0 && nullRate <= 1))
    findings.push(
      errorAt(
        ['columns', index, 'nullRate'],
        'rate-outside',
        'The share of empty rows lies between 0 and 1.',
      ),
    );
  const fitting = fittingTypes[fill.kind];
  if (convertTo === undefined && fitting !== undefined && !fitting.includes(type))
    findings.push(
      warningAt(
        ['columns', index, 'type'],
        'unfit-type',
        `This fill does not give values of the type ${type}. Types that fit: ${fitting.join(', ')}.`,
      ),
    );
  return findings;
}
