import { styled } from '@mui/material/styles';
import useMediaQuery from '@mui/material/useMediaQuery';
import type { LucideIcon } from 'lucide-react';
import ArrowDown from 'lucide-react/icons/arrow-down';
import ArrowUp from 'lucide-react/icons/arrow-up';
import SlidersHorizontal from 'lucide-react/icons/sliders-horizontal';
import Trash2 from 'lucide-react/icons/trash-2';
import type { Chart } from '#core/design/chart.ts';
import type { DatasetDesign } from '#core/design/design.ts';
import { constraintSentence } from '#core/design/sentence.ts';
import { ruleOfChart } from '#core/design/shown-charts.ts';
import { useDesign } from '#state/react.tsx';
import { useDrawnDesign } from '#state/use-drawn-design.ts';
import type { MenuEntry } from '#ui/actions/menu-item-view.ts';
import { Button } from '#ui/actions/button.tsx';
import { ChartFigure } from '#ui/charts/chart-figure.tsx';
import { PictureView } from '#ui/charts/picture/picture-view.tsx';
import { ScatterChart } from '#ui/charts/scatter-chart.tsx';
import { ScatterLegend } from '#ui/charts/scatter-legend.tsx';
import { EmptyState } from '#ui/feedback/empty-state.tsx';
import { SkeletonRows } from '#ui/feedback/skeleton-rows.tsx';
import { Card } from '#ui/layout/card.tsx';
import { brushTarget } from './brush-target.ts';
import { chartKinds } from './chart-kinds.ts';
import { ChartSettings } from './chart-settings.tsx';
import type { ChartView } from './chart-view.ts';
import { useChartData } from './use-chart-data.ts';
import { useChartEdits } from './use-chart-edits.ts';
import { useChartView } from './use-chart-view.ts';
import { usePick } from './use-pick.ts';
import { useSaveChart } from './use-save-chart.ts';

const Frame = styled(Card)({ minWidth: 0 });
const Room = styled('div')({ minHeight: 132, display: 'grid', alignContent: 'center' });

interface ChartCardProps {
  readonly chart: Chart;
  readonly isFirst: boolean;
  readonly isLast: boolean;
  readonly isOpen: boolean;
  /** Why nothing is drawn yet; what the chart shows can be chosen all the same. */
  readonly waitsFor?: string;
  readonly onOpen: (isOpen: boolean) => void;
}

/** One chart: measured, drawn, and what can be done with it. */
export function ChartCard({ chart, isOpen, waitsFor, onOpen, ...place }: ChartCardProps) {
  const canDraw = waitsFor === undefined;
  const { data, hasFailed, retry } = useChartData(canDraw ? chart : undefined);
  const view = useChartView(chart, canDraw ? data : undefined);
  const name = useDesign(({ design }) => chartName(chart, design));
  const edits = useChartEdits();
  const save = useSaveChart();
  const entries = entriesOf({ chart, ...place, edits, onEdit: () => onOpen(true) });
  return (
    <Frame>
      <ChartFigure
        title={view?.title ?? name}
        {...(view !== undefined && { subtitle: view.subtitle, table: view.table })}
        {...(view?.verdict && { verdict: view.verdict })}
        height={view?.height(360) ?? 132}
        entries={entries}
        {...(view && { onSave: (format) => save(view, format) })}
        settings={
          isOpen && (
            <ChartSettings
              key={chart.id}
              chart={chart}
              onChange={edits.update}
              onClose={() => onOpen(false)}
            />
          )
        }
      >
        <Drawn chart={chart} view={view} reason={waitsFor} hasFailed={hasFailed} onRetry={retry} />
      </ChartFigure>
    </Frame>
  );
}

interface ChartEntries extends Pick<ChartCardProps, 'chart' | 'isFirst' | 'isLast'> {
  readonly edits: ReturnType<typeof useChartEdits>;
  readonly onEdit: () => void;
}

/** Charts of rules and the map of associations have nothing to choose. */
function entriesOf({ chart, isFirst, isLast, edits, onEdit }: ChartEntries): readonly MenuEntry[] {
  const move = (label: string, glyph: LucideIcon, step: -1 | 1): MenuEntry => ({
    kind: 'action',
    label,
    glyph,
    disabled: step < 0 ? isFirst : isLast,
    onSelect: () => edits.move(chart.id, step),
  });
  const edit: MenuEntry = {
    kind: 'action',
    label: 'Edit chart',
    glyph: SlidersHorizontal,
    onSelect: onEdit,
  };
  return [
    ...(chart.kind === 'rule' || chart.kind === 'association' ? [] : [edit]),
    move('Move earlier', ArrowUp, -1),
    move('Move later', ArrowDown, 1),
    { kind: 'rule' },
    {
      kind: 'action',
      label: 'Remove chart',
      glyph: Trash2,
      danger: true,
      onSelect: () => edits.remove(chart),
    },
  ];
}

/** What a chart is called before there is a finding. */
function chartName(chart: Chart, design: DatasetDesign): string {
  if (chart.title !== undefined) return chart.title;
  if (chart.kind !== 'rule') return chartKinds[chart.kind].label;
  const rule = ruleOfChart(chart, design);
  return rule === undefined ? 'Rule' : constraintSentence(rule, design);
}

interface WaitingProps {
  readonly reason: string | undefined;
  readonly hasFailed: boolean;
  readonly onRetry: () => void;
}

interface DrawnProps extends WaitingProps {
  readonly chart: Chart;
  readonly view: ChartView | undefined;
}

function Drawn({ chart, view, ...waiting }: DrawnProps) {
  return view === undefined ? <Waiting {...waiting} /> : <Plot chart={chart} view={view} />;
}

function Waiting({ reason, hasFailed, onRetry }: WaitingProps) {
  if (reason !== undefined)
    return (
      <Room>
        <EmptyState title={reason} />
      </Room>
    );
  return (
    <Room>
      {hasFailed ? (
        <EmptyState
          title="This chart could not be measured"
          actions={
            <Button size="small" onClick={onRetry}>
              Measure again
            </Button>
          }
        >
          The rows are unharmed.
        </EmptyState>
      ) : (
        <SkeletonRows label="Measuring" />
      )}
    </Room>
  );
}

function Plot({ chart, view }: { readonly chart: Chart; readonly view: ChartView }) {
  const pick = usePick();
  const design = useDrawnDesign();
  const isNarrow = useMediaQuery('(max-width: 599.95px)');
  if (view.scatter === undefined)
    return (
      <PictureView
        draw={view.draw}
        height={view.height(360)}
        sentence={view.sentence}
        {...(view.pick && { onPick: (key) => pick(view.pick?.(key)) })}
      />
    );
  return (
    <>
      <ScatterRoom>
        <ScatterChart
          view={view.scatter}
          caption={view.sentence}
          labelled={!isNarrow}
          onPointClick={(row) => pick({ kind: 'row', row })}
          onBrush={(area) => pick(brushTarget(area, chart, design))}
        />
      </ScatterRoom>
      {isNarrow && <ScatterLegend view={view.scatter} />}
    </>
  );
}

const ScatterRoom = styled('div')({ height: 'clamp(300px, 48vh, 430px)' });
