/** Kinds of charts in words, in the order of the menu. */
import type { LucideIcon } from 'lucide-react';
import CalendarClock from 'lucide-react/icons/calendar-clock';
import ChartColumn from 'lucide-react/icons/chart-column';
import ChartPie from 'lucide-react/icons/chart-pie';
import ChartScatter from 'lucide-react/icons/chart-scatter';
import Grid3x3 from 'lucide-react/icons/grid-3x3';
import LayoutGrid from 'lucide-react/icons/layout-grid';
import SlidersVertical from 'lucide-react/icons/sliders-vertical';
import type { AddableChart } from '#core/design/create-chart.ts';

export interface ChartKindWords {
  readonly label: string;
  readonly about: string;
  readonly glyph: LucideIcon;
}

export const chartKinds: Readonly<Record<AddableChart, ChartKindWords>> = {
  scatter: { label: 'Scatter', about: 'two numbers, with a line', glyph: ChartScatter },
  histogram: { label: 'Histogram', about: 'one number and its law', glyph: ChartColumn },
  shares: { label: 'Shares', about: 'target and actual', glyph: ChartPie },
  association: { label: 'Association', about: 'every column with every other', glyph: Grid3x3 },
  box: { label: 'Box plots', about: 'a number by group', glyph: SlidersVertical },
  series: { label: 'Time series', about: 'along a date', glyph: CalendarClock },
  coverage: { label: 'Coverage', about: 'cells of two tables', glyph: LayoutGrid },
};
