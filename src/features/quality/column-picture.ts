/** The picture of a column: bars for numbers and lengths, shares for tables; undefined for names, whose values are listed. */
import { counted } from '#core/base/counted.ts';
import type { ColumnProfile } from '#core/analysis/column-profile.ts';
import type { ColumnQuality } from '#core/analysis/quality.ts';
import type { Column, DatasetDesign } from '#core/design/design.ts';
import { seriesColumn } from '#core/design/shown-charts.ts';
import { columnAxis } from '#state/column-axis.ts';
import { seriesValues } from '#state/series.ts';
import { valueWords } from '#ui/charts/point-words.ts';
import { barsPicture } from '#ui/charts/picture/bars-picture.ts';
import { sharesPicture } from '#ui/charts/picture/shares-picture.ts';
import type { Picture, PictureSize } from '#ui/charts/picture/picture.ts';

export interface ColumnParts {
  readonly design: DatasetDesign;
  readonly column: Column;
  readonly profile: ColumnProfile;
  readonly quality: ColumnQuality | undefined;
}

const mostShares = 5;

export function columnPicture(parts: ColumnParts): ((size: PictureSize) => Picture) | undefined {
  const { column, profile, quality } = parts;
  if (quality?.shares !== undefined) return (size) => sharesOf(parts, size.width);
  const words = quality?.words;
  if (words !== undefined && words.high > 4)
    return (size) =>
      barsPicture(
        {
          ...words.histogram,
          axis: { label: 'words' },
          isWhole: true,
          ends: [counted(words.low, 'word'), counted(words.high, 'word')],
        },
        size,
      );
  const { numbers } = profile;
  if (numbers === undefined) return undefined;
  const axis = columnAxis(column);
  return (size) =>
    barsPicture(
      {
        ...numbers.histogram,
        axis,
        ends: [valueWords(numbers.low, axis), valueWords(numbers.high, axis)],
        isWhole: column.type === 'integer',
      },
      size,
    );
}

function sharesOf({ design, column, quality }: ColumnParts, width: number): Picture {
  const isSeries = seriesColumn(design) === column.id;
  const names = isSeries ? seriesValues(design.columns, column.id).map(String) : [];
  const lines = (quality?.shares?.entries ?? []).slice(0, mostShares).map((entry) => {
    const series = names.indexOf(entry.value);
    return { label: entry.value, count: entry.count, ...(series < 0 ? {} : { series }) };
  });
  return sharesPicture({ groups: [{ name: '', lines }] }, width);
}
