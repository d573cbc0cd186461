import { styled } from '@mui/material/styles';
import { useMemo, type ReactNode } from 'react';
import type { QualityReport } from '#core/analysis/quality.ts';
import { findColumn } from '#core/design/design.ts';
import { useDesign } from '#state/react.tsx';
import { Button } from '#ui/actions/button.tsx';
import { heatHeight, heatPicture, type HeatView } from '#ui/charts/picture/heat-picture.ts';
import { PictureView } from '#ui/charts/picture/picture-view.tsx';
import { Card } from '#ui/layout/card.tsx';
import { SectionHead } from '#ui/layout/section-head.tsx';
import { tokenVar } from '#ui/theme/tokens.ts';
import { coverageHeat } from './coverage-heat.ts';
import { useShowRows } from './use-show-rows.ts';

const Frame = styled(Card)({ padding: '6px 14px 14px', minWidth: 0 });
const Quiet = styled('p')({ margin: 0, color: tokenVar('ink-2') });
const Line = styled('div')({
  display: 'flex',
  alignItems: 'center',
  gap: 8,
  minHeight: 30,
  '& > :last-child': { marginLeft: 'auto' },
});

/** One card of the page: a title, a note at its right, and what it holds. */
export function Panel(props: {
  readonly title: string;
  readonly note?: string;
  readonly children: ReactNode;
}) {
  return (
    <Frame role="region" aria-label={props.title}>
      <SectionHead title={props.title} {...(props.note !== undefined && { note: props.note })} />
      {props.children}
    </Frame>
  );
}

/** Rows that come twice, to the letter and but for case, punctuation and digits. */
export function RepeatsCard({ repeats }: { readonly repeats: QualityReport['repeats'] }) {
  const show = useShowRows();
  const { exact, normalised } = repeats;
  const lines = [
    { label: 'the same in every column', found: exact },
    { label: 'the same but for case, punctuation and digits', found: normalised },
  ];
  if (exact.count + normalised.count === 0)
    return (
      <Panel title="Repeats" note="none">
        <Quiet>No row repeats another.</Quiet>
      </Panel>
    );
  return (
    <Panel title="Repeats">
      {lines
        .filter(({ found }) => found.count > 0)
        .map(({ label, found }) => (
          <Line key={label}>
            <span>
              {found.count.toLocaleString('en')} {label}
            </span>
            <Button
              tone="link"
              size="small"
              name={`Show rows: ${label}`}
              onClick={() => show(found.rows, label)}
            >
              Show
            </Button>
          </Line>
        ))}
    </Panel>
  );
}

/** Rows in the cells of pairs of attribute tables. */
export function CoverageCard({ coverage }: { readonly coverage: QualityReport['coverage'] }) {
  const filled = coverage.reduce((sum, { filledCells }) => sum + filledCells, 0);
  const total = coverage.reduce((sum, { totalCells }) => sum + totalCells, 0);
  if (coverage.length === 0) return null;
  return (
    <Panel
      title="Coverage"
      note={`${filled.toLocaleString('en')} of ${total.toLocaleString('en')} cells filled`}
    >
      {coverage.map((data) => (
        <CoveragePicture key={`${data.x} ${data.y}`} data={data} />
      ))}
    </Panel>
  );
}

function CoveragePicture({ data }: { readonly data: QualityReport['coverage'][number] }) {
  const design = useDesign((state) => state.design);
  const [x, y] = [findColumn(design, data.x)?.name ?? '', findColumn(design, data.y)?.name ?? ''];
  const view = useMemo<HeatView>(() => coverageHeat(data), [data]);
  const draw = useMemo(
    () => (size: { readonly width: number; readonly height: number }) => heatPicture(view, size),
    [view],
  );
  return (
    <PictureView
      draw={draw}
      height={Math.min(260, heatHeight(view) * 0.85)}
      sentence={`Rows by ${y} and ${x}: ${data.filledCells} of ${data.totalCells} cells filled.`}
    />
  );
}
