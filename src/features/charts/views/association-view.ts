import type { AssociationCell, AssociationData } from '#core/analysis/association.ts';
import { heatHeight, heatPicture, type HeatView } from '#ui/charts/picture/heat-picture.ts';
import type { ChartBody, ChartContext } from '#features/charts/chart-body.ts';
import { columnName, fixed } from './words.ts';

const measureNames = {
  pearson: 'Pearson r',
  eta: 'correlation ratio',
  cramer: 'Cramér’s V',
} as const;

/** Below this, on the side of nothing. */
const weak = 0.2;

/** How closely any two columns go together; pairs that a rule asks for are ringed. */
export function associationView(data: AssociationData, { design }: ChartContext): ChartBody {
  const names = data.columns.map(({ columnId, isWords }) =>
    isWords ? `${columnName(design, columnId)}, words` : columnName(design, columnId),
  );
  const short = data.columns.map(({ columnId, isWords }, index) =>
    isWords && data.columns.filter((column) => column.isWords).length === 1
      ? 'words'
      : (names[index] ?? columnId),
  );
  const textOf = ({ value }: AssociationCell): string => (value === undefined ? '' : fixed(value));
  const view: HeatView = {
    rows: short.slice(1),
    columns: short.slice(0, -1),
    cells: data.cells.map((cell) => ({
      row: cell.a - 1,
      column: cell.b,
      heat: Math.abs(cell.value ?? 0),
      text: textOf(cell),
      isRinged: cell.isAsked,
      words: [
        `${names[cell.a] ?? ''} and ${names[cell.b] ?? ''}`,
        cell.value === undefined
          ? 'does not vary'
          : `${measureNames[cell.measure]} ${textOf(cell)}`,
        ...(cell.isAsked ? ['asked for by a rule'] : []),
      ],
    })),
  };
  return {
    title: 'What moves with what',
    subtitle: 'Pearson r, correlation ratio, Cramér’s V',
    note: noteOf(data.cells),
    table: {
      head: [
        { label: 'column' },
        { label: 'with' },
        { label: 'measure' },
        { label: 'value', isNumber: true },
      ],
      rows: () =>
        data.cells.map((cell) => [
          names[cell.a] ?? '',
          names[cell.b] ?? '',
          measureNames[cell.measure],
          textOf(cell),
        ]),
    },
    draw: (size) => heatPicture(view, size),
    height: (width) => Math.min(heatHeight(view), Math.max(120, width * 0.62)),
  };
}

function noteOf(cells: readonly AssociationCell[]): string {
  const others = cells.filter(({ isAsked }) => !isAsked);
  const strongest = Math.max(0, ...others.map(({ value = 0 }) => Math.abs(value)));
  const asked = cells.length > others.length ? 'Ringed: asked for by a rule. ' : '';
  if (cells.length === 0) return 'No two columns can be compared';
  return strongest < weak
    ? `${asked}All others stay below ${weak}`
    : `${asked}The strongest other is ${fixed(strongest)}`;
}
