/** Findings on columns that read a source, and on sources whose file is still to come. */
import type { Diagnostic, JsonPath } from '#core/base/diagnostic.ts';
import { closestName } from './closest-name.ts';
import type { DatasetDesign, Source } from './design.ts';
import type { FillOf } from './fill.ts';
import { errorAt, listNames, warningAt, withFix } from './finding.ts';

/** A field of a source that exists and has rows. */
export function checkSource(
  fill: FillOf<'source'>,
  path: JsonPath,
  { sources }: DatasetDesign,
): readonly Diagnostic[] {
  const source = sources.find(({ id }) => id === fill.source);
  if (source === undefined) return [unknownSource(fill, path, sources)];
  if (source.rows.length === 0) return [withoutRows(source, path)];
  if (source.rows.some((row) => Object.hasOwn(row, fill.field))) return [];
  const fields = [...new Set(source.rows.flatMap((row) => Object.keys(row)))];
  const closest = closestName(fill.field, fields);
  return [
    withFix(
      errorAt(
        [...path, 'field'],
        'unknown-field',
        `${source.name} has no field “${fill.field}”. ${listNames('Fields', fields)}`,
      ),
      closest === undefined
        ? undefined
        : { label: `Change to ${closest}`, path: [...path, 'field'], value: closest },
    ),
  ];
}

/** Several rows of a source that exists and has rows. */
export function checkShots(
  fill: FillOf<'shots'>,
  path: JsonPath,
  { sources }: DatasetDesign,
): readonly Diagnostic[] {
  const source = sources.find(({ id }) => id === fill.source);
  if (source === undefined) return [unknownSource(fill, path, sources)];
  const { rows, name } = source;
  if (rows.length === 0) return [withoutRows(source, path)];
  return rows.length >= fill.count
    ? []
    : [
        warningAt(
          [...path, 'count'],
          'few-source-rows',
          `${name} has ${rows.length} rows, so each list has ${rows.length} of them and not ${fill.count}.`,
        ),
      ];
}

function unknownSource(
  fill: { readonly source: string },
  path: JsonPath,
  sources: readonly Source[],
): Diagnostic {
  const closest = closestName(
    fill.source,
    sources.map(({ id }) => id),
  );
  const names = sources.map(({ name }) => name);
  return withFix(
    errorAt(
      [...path, 'source'],
      'unknown-source',
      `There is no source “${fill.source}”. ${listNames('Sources', names)}`,
    ),
    closest === undefined
      ? undefined
      : { label: `Change to ${closest}`, path: [...path, 'source'], value: closest },
  );
}

function withoutRows(source: Source, path: JsonPath): Diagnostic {
  const place = [...path, 'source'];
  if (source.kind === 'inline')
    return errorAt(place, 'empty-source', `The source ${source.name} has no rows.`);
  return errorAt(
    place,
    'source-file-missing',
    `The file ${source.path} has not been attached yet. A file is never opened by its name alone: attach it to the source ${source.name}.`,
  );
}
