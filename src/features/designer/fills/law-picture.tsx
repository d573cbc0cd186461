import { styled } from '@mui/material/styles';
import { useRef } from 'react';
import type { Histogram } from '#core/analysis/histogram.ts';
import type { Distribution } from '#core/design/distribution.ts';
import { shareBetween } from '#core/design/law/law-of.ts';
import { roundRange, tickLabels, type AxisWords } from '#ui/charts/axis-scale.ts';
import { tokenVar } from '#ui/theme/tokens.ts';
import { rangeOf } from './change-distribution.ts';
import { LawHandle } from './law-handle.tsx';
import { lawParameters, type LawParameter } from './law-parameters.ts';

const Stage = styled('div')({
  position: 'relative',
  height: 96,
  margin: '6px 8px 0',
  touchAction: 'none',
  '& > svg': { position: 'absolute', inset: 0, width: '100%', height: '100%' },
});

const Ticks = styled('div')({
  position: 'relative',
  height: 16,
  margin: '0 8px',
  color: tokenVar('ink-3'),
  fontSize: '0.6875rem',
  fontVariantNumeric: 'tabular-nums',
  '& > span': { position: 'absolute', transform: 'translateX(-50%)', whiteSpace: 'nowrap' },
});

/** Points of the curve. */
const points = 96;
/** Room beside the law, as a share of its range. */
const margin = 0.08;

interface LawPictureProps {
  readonly distribution: Distribution;
  /** The values as drawn now; undefined before the first draw. */
  readonly drawn: Histogram | undefined;
  readonly axis: AxisWords;
  readonly onChange: (distribution: Distribution, parameter: string) => void;
}

/** The curve of the law over the bars of what was drawn from it; ends and mean can be dragged. */
export function LawPicture({ distribution, drawn, axis, onChange }: LawPictureProps) {
  const stage = useRef<HTMLDivElement>(null);
  const view = viewOf(distribution, drawn);
  const fractionOf = (value: number) => (value - view.from) / (view.to - view.from);
  const handles = lawParameters(distribution).filter(isHandle);
  const ticks = roundRange([view.from, view.to]).ticks.filter(
    (tick) => tick >= view.from && tick <= view.to,
  );
  return (
    <>
      <Stage ref={stage}>
        <Figure distribution={distribution} drawn={drawn} view={view} />
        {handles.map((parameter) => (
          <LawHandle
            key={parameter.name}
            parameter={parameter}
            fraction={Math.min(1, Math.max(0, fractionOf(parameter.value)))}
            step={stepOf(view.to - view.from, parameter.isWhole)}
            valueAt={(clientX) => valueAt(stage.current, view, clientX)}
            onChange={(value) => onChange(parameter.change(value), parameter.name)}
          />
        ))}
      </Stage>
      <Ticks aria-hidden>
        {tickLabels(ticks, axis).map((label, index) => (
          <span key={label} style={{ left: `${fractionOf(ticks[index] ?? 0) * 100}%` }}>
            {label}
          </span>
        ))}
      </Ticks>
    </>
  );
}

interface View {
  readonly from: number;
  readonly to: number;
}

function viewOf(distribution: Distribution, drawn: Histogram | undefined): View {
  const { low, high } = rangeOf(distribution);
  const first = drawn === undefined ? low : Math.min(low, drawn.start);
  const last =
    drawn === undefined ? high : Math.max(high, drawn.start + drawn.binWidth * drawn.counts.length);
  const room = (last - first || 1) * margin;
  return { from: first - room, to: last + room };
}

function Figure({
  distribution,
  drawn,
  view,
}: Omit<LawPictureProps, 'axis' | 'onChange'> & { readonly view: View }) {
  const range = view.to - view.from;
  const x = (value: number) => ((value - view.from) / range) * 100;
  const bins = drawn?.binWidth === 0 ? undefined : drawn;
  const total = bins?.counts.reduce((sum, count) => sum + count, 0) ?? 0;
  const width = bins?.binWidth ?? range / points;
  // The curve shows what a bar of the drawn width is expected to hold there.
  const curve = Array.from({ length: points + 1 }, (_, index) => {
    const at = view.from + (range * index) / points;
    return [at, shareBetween(distribution, at - width / 2, at + width / 2)] as const;
  });
  const most = Math.max(
    1e-9,
    ...curve.map(([, share]) => share),
    ...(bins?.counts.map((count) => count / total) ?? []),
  );
  const y = (share: number) => 99 - (share / most) * 86;
  return (
    <svg viewBox="0 0 100 100" preserveAspectRatio="none" aria-hidden focusable="false">
      <g fill={`color-mix(in srgb, ${tokenVar('sampled-line')} 42%, ${tokenVar('sheet')})`}>
        {bins?.counts.map((count, index) => (
          <rect
            key={index}
            x={x(bins.start + index * bins.binWidth) + 0.15}
            y={y(count / total)}
            width={Math.max(0.3, (bins.binWidth / range) * 100 - 0.3)}
            height={99 - y(count / total)}
          />
        ))}
      </g>
      <polyline
        points={curve.map(([at, share]) => `${x(at)},${y(share)}`).join(' ')}
        fill="none"
        stroke={tokenVar('sampled')}
        strokeWidth={1.5}
        vectorEffect="non-scaling-stroke"
      />
      <line
        x1={0}
        x2={100}
        y1={99.5}
        y2={99.5}
        stroke={tokenVar('line-2')}
        vectorEffect="non-scaling-stroke"
      />
    </svg>
  );
}

function isHandle(parameter: LawParameter): parameter is LawParameter & { readonly value: number } {
  return ['low', 'high', 'mean'].includes(parameter.name) && parameter.value !== undefined;
}

/** A hundredth of the range as a round number; whole numbers move by whole ones. */
function stepOf(range: number, isWhole: boolean): number {
  const step = Number(`1e${Math.floor(Math.log10(range)) - 2}`);
  return isWhole ? Math.max(1, Math.round(step)) : step;
}

function valueAt(
  stage: HTMLElement | null,
  { from, to }: View,
  clientX: number,
): number | undefined {
  const box = stage?.getBoundingClientRect();
  if (box === undefined || box.width === 0) return undefined;
  return from + ((clientX - box.left) / box.width) * (to - from);
}
