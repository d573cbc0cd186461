/** Recharts gives frame, axes and grid; marks and pointer are ours, so 2,000 points stay cheap. */
import { styled } from '@mui/material/styles';
import { type KeyboardEvent, useMemo, useRef, useState } from 'react';
import { CartesianGrid, Scatter, ScatterChart as Plot, XAxis, YAxis } from 'recharts';
import { tokenVar } from '#ui/theme/tokens.ts';
import { roundRange, tickLabels } from './axis-scale.ts';
import { PointCard } from './point-card.tsx';
import { pointWords } from './point-words.ts';
import { ScatterLayer } from './scatter-layer.tsx';
import { MOST_POINTS, orderByX, type ScatterPoint, type ScatterView } from './scatter-view.ts';
import { stepTarget } from './step-target.ts';
import type { BrushedArea } from './use-scatter-pointer.ts';

const Stage = styled('div')({
  position: 'relative',
  width: '100%',
  height: '100%',
  borderRadius: 6,
  '& svg': { display: 'block', overflow: 'visible' },
  '& svg:focus': { outline: 'none' },
});

const WHOLE = { width: '100%', height: '100%' } as const;
const MARGIN = { top: 10, right: 18, bottom: 0, left: 0 };
const AXIS_TEXT = { fontSize: 11, fill: tokenVar('ink-3') };
const AXIS_WIDTH = 48;
const AXIS_HEIGHT = 24;

interface ScatterChartProps {
  readonly view: ScatterView;
  /** The chart in one sentence: finding and verdict. */
  readonly caption: string;
  /** False where a legend beside the chart says it. */
  readonly labelled?: boolean;
  readonly onPointClick?: (row: number) => void;
  /** Points were marked: with the pointer as a rectangle, with Shift and the arrows as a range of x, taken by Enter. */
  readonly onBrush?: (area: BrushedArea) => void;
}

function useAxes(view: ScatterView) {
  return useMemo(() => {
    const ends = view.lines.flatMap(({ from, to }) => [from, to]);
    const x = roundRange(
      [...view.points, ...ends].map((point) => point.x),
      6,
    );
    const y = roundRange(
      [...view.points, ...ends].map((point) => point.y),
      6,
    );
    const xWords = tickLabels(x.ticks, view.xAxis);
    const yWords = tickLabels(y.ticks, view.yAxis);
    // Axes need data to be drawn; the two corners stand for all points.
    const corners = [
      { x: x.min, y: y.min },
      { x: x.max, y: y.max },
    ];
    const wordFor = (ticks: readonly number[], words: readonly string[]) => (value: number) =>
      words[ticks.indexOf(value)] ?? String(value);
    return { x, y, corners, xWord: wordFor(x.ticks, xWords), yWord: wordFor(y.ticks, yWords) };
  }, [view]);
}

function rangeOf(
  anchor: ScatterPoint | undefined,
  active: ScatterPoint | undefined,
): readonly [number, number] | undefined {
  if (anchor === undefined || active === undefined || anchor === active) return undefined;
  return [Math.min(anchor.x, active.x), Math.max(anchor.x, active.x)];
}

export function ScatterChart(props: ScatterChartProps) {
  const { view: given, caption, labelled = true, onPointClick, onBrush } = props;
  const view = useMemo(() => ({ ...given, points: given.points.slice(0, MOST_POINTS) }), [given]);
  const ordered = useMemo(() => orderByX(view.points), [view]);
  const [active, setActive] = useState<ScatterPoint | undefined>(undefined);
  const [isTouched, setTouched] = useState(false);
  const [anchor, setAnchor] = useState<ScatterPoint | undefined>(undefined);
  const cardRef = useRef<HTMLDivElement>(null);
  const { x, y, corners, xWord, yWord } = useAxes(view);
  const words = active && pointWords(active, view);
  const marked = rangeOf(anchor, active);

  function choose() {
    if (marked !== undefined) onBrush?.({ x: marked });
    else if (active !== undefined) onPointClick?.(active.row);
  }

  function handleKey(event: KeyboardEvent) {
    if (event.key === 'Enter') choose();
    if (event.key === 'Escape' && active) {
      event.stopPropagation();
      setActive(undefined);
      setAnchor(undefined);
    }
    const target = stepTarget(event.key, active ? ordered.indexOf(active) : -1, ordered.length);
    if (target === undefined) return;
    event.preventDefault();
    setAnchor(event.shiftKey && onBrush !== undefined ? (anchor ?? active) : undefined);
    setActive(ordered[target]);
  }

  return (
    <Stage role="group" aria-label={caption} tabIndex={0} onKeyDown={handleKey}>
      <Plot responsive accessibilityLayer={false} margin={MARGIN} style={WHOLE}>
        <CartesianGrid syncWithTicks vertical={false} stroke={tokenVar('grid')} />
        <XAxis
          type="number"
          dataKey="x"
          domain={[x.min, x.max]}
          ticks={x.ticks}
          interval={0}
          tickFormatter={xWord}
          tick={AXIS_TEXT}
          tickSize={4}
          tickLine={false}
          height={AXIS_HEIGHT}
          axisLine={{ stroke: tokenVar('line-2') }}
        />
        <YAxis
          type="number"
          dataKey="y"
          domain={[y.min, y.max]}
          ticks={y.ticks}
          interval={0}
          tickFormatter={yWord}
          tick={AXIS_TEXT}
          tickSize={6}
          tickLine={false}
          width={AXIS_WIDTH}
          axisLine={false}
        />
        <Scatter data={corners} shape={() => null} isAnimationActive={false} />
        <ScatterLayer
          view={view}
          labelled={labelled}
          active={active}
          cardRef={cardRef}
          onActiveChange={(point, isByFinger = false) => {
            setActive(point);
            setTouched(isByFinger);
          }}
          onPick={(point) => onPointClick?.(point.row)}
          onBrush={onBrush}
          marked={marked}
        />
      </Plot>
      <PointCard ref={cardRef} words={words} canTap={isTouched && onPointClick !== undefined} />
    </Stage>
  );
}
