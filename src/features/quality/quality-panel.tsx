import { styled } from '@mui/material/styles';
import FileText from 'lucide-react/icons/file-text';
import IdCard from 'lucide-react/icons/id-card';
import RotateCw from 'lucide-react/icons/rotate-cw';
import { counted } from '#core/base/counted.ts';
import type { QualityReport } from '#core/analysis/quality.ts';
import type { DatasetSummary } from '#state/dataset-store.ts';
import { useDataset, useDesign } from '#state/react.tsx';
import { Button } from '#ui/actions/button.tsx';
import { MenuButton } from '#ui/actions/menu-button.tsx';
import { EmptyState } from '#ui/feedback/empty-state.tsx';
import { SkeletonRows } from '#ui/feedback/skeleton-rows.tsx';
import { tokenVar } from '#ui/theme/tokens.ts';
import { BalanceCard } from './balance-card.tsx';
import { CompareButton } from './compare-button.tsx';
import { ComparisonCard } from './comparison-card.tsx';
import { ExtractionSection } from './extraction-section.tsx';
import { ProfileCard } from './profile-card.tsx';
import { qualityFigures, rowsToFix } from './quality-figures.ts';
import { RuleReport } from './rule-report.tsx';
import { CoverageCard, Panel, RepeatsCard } from './side-cards.tsx';
import { useComparison, type ComparisonState } from './use-comparison.ts';
import { useQuality, wholeReport } from './use-quality.ts';
import { useSaveCard } from './use-save-card.ts';
import { useSaveReport, type DrawCharts } from './use-save-report.ts';
import { VarietySection, type CellsOfColumn } from './variety-section.tsx';

const Scroller = styled('div')({
  flex: 1,
  minHeight: 0,
  overflow: 'auto',
  padding: '0 10px 10px',
  containerType: 'inline-size',
});
const Top = styled('div')({
  display: 'flex',
  flexWrap: 'wrap',
  alignItems: 'center',
  gap: '8px 28px',
  padding: '12px 4px',
});
const Figures = styled('dl')({
  display: 'flex',
  flexWrap: 'wrap',
  gap: '8px 28px',
  margin: 0,
  fontVariantNumeric: 'tabular-nums',
  '& > div': { display: 'flex', flexDirection: 'column-reverse' },
  '& dd': { margin: 0, fontSize: '1.125rem', fontWeight: 600, lineHeight: 1.3 },
  '& dt': { color: tokenVar('ink-2'), fontSize: '0.75rem' },
});
const Actions = styled('div')({ display: 'flex', flexWrap: 'wrap', gap: 4, marginLeft: 'auto' });
const Columns = styled('div')({
  display: 'grid',
  gridTemplateColumns: 'minmax(0, 1fr)',
  alignItems: 'start',
  gap: 10,
  '@container (min-width: 780px)': { gridTemplateColumns: 'minmax(0, 2.05fr) minmax(0, 1fr)' },
});
const Stack = styled('div')({ display: 'flex', flexDirection: 'column', gap: 10, minWidth: 0 });
const Cards = styled('div')({
  display: 'grid',
  gridTemplateColumns: 'repeat(auto-fill, minmax(min(100%, 190px), 1fr))',
  gap: 10,
});

export interface QualityPanelProps {
  /** Draws the charts of the design for the report. */
  readonly drawCharts: DrawCharts;
  /** Has a model write rows again; without it the page does not offer it. */
  readonly onWriteAgain?: (rows: readonly number[]) => void;
  /** The same for cells of one column. */
  readonly onWriteCells?: (cells: CellsOfColumn) => void;
}

/** What the rows are like: figures, columns, rules, repeats, balance, and a real sample beside them. */
export function QualityPanel(props: QualityPanelProps) {
  const summary = useDataset((state) => state.summary);
  if (summary === undefined || summary.rowCount === 0)
    return (
      <EmptyState title="No rows to measure yet">Quality appears with the first rows.</EmptyState>
    );
  return <Measured {...props} summary={summary} />;
}

interface MeasuredProps extends QualityPanelProps {
  readonly summary: DatasetSummary;
}

function Measured({ summary, drawCharts, onWriteAgain, onWriteCells }: MeasuredProps) {
  const design = useDesign((state) => state.design);
  const report = useQuality();
  const comparison = useComparison();
  const { compared } = comparison;
  return (
    <Scroller
      onDragOver={(event) => event.preventDefault()}
      onDrop={(event) => {
        const file = event.dataTransfer.files[0];
        if (file === undefined) return;
        // Elsewhere on the window a file becomes a design.
        event.preventDefault();
        event.stopPropagation();
        comparison.compare(file);
      }}
    >
      <QualityTop
        summary={summary}
        report={report}
        comparison={comparison}
        drawCharts={drawCharts}
        onWriteAgain={onWriteAgain}
      />
      <Columns>
        <Stack>
          <Cards>
            {design.columns.map((column) => {
              const profile = summary.profiles[column.id];
              return profile === undefined ? null : (
                <ProfileCard
                  key={column.id}
                  column={column}
                  profile={profile}
                  quality={report.columns?.[column.id]}
                />
              );
            })}
          </Cards>
          <Panel title="Rules" note={ruleNote(summary)}>
            <RuleReport onFix={onWriteAgain} />
          </Panel>
        </Stack>
        <Stack>
          {compared !== undefined && <ComparisonCard {...compared} onClose={comparison.close} />}
          {report.repeats !== undefined && <RepeatsCard repeats={report.repeats} />}
          <ExtractionSection />
          <VarietySection onFix={onWriteCells} />
          {report.coverage !== undefined && <CoverageCard coverage={report.coverage} />}
          {report.balance !== undefined && <BalanceCard entries={report.balance} />}
          {wholeReport(report) === undefined && <SkeletonRows label="Measuring" />}
        </Stack>
      </Columns>
    </Scroller>
  );
}

interface QualityTopProps {
  readonly summary: DatasetSummary;
  readonly report: Partial<QualityReport>;
  readonly comparison: ComparisonState;
  readonly drawCharts: DrawCharts;
  readonly onWriteAgain: QualityPanelProps['onWriteAgain'] | undefined;
}

function QualityTop(props: QualityTopProps) {
  const { summary, report, comparison, drawCharts, onWriteAgain } = props;
  const design = useDesign((state) => state.design);
  const saveReport = useSaveReport(drawCharts);
  const saveCard = useSaveCard();
  const whole = wholeReport(report);
  const broken = rowsToFix(design, summary, report.repeats);
  return (
    <Top>
      <Figures>
        {qualityFigures(summary, report.repeats).map(({ value, label }) => (
          <div key={label}>
            <dt>{label}</dt>
            <dd>{value}</dd>
          </div>
        ))}
      </Figures>
      <Actions>
        <CompareButton disabled={comparison.isBusy} onFile={comparison.compare} />
        <MenuButton
          label="Save"
          glyph={FileText}
          align="right"
          disabled={whole === undefined}
          entries={[
            { label: 'Quality report', glyph: FileText, secondary: 'HTML', save: saveReport },
            { label: 'Dataset card', glyph: IdCard, secondary: 'Markdown', save: saveCard },
          ].map(({ save, ...entry }) => ({
            kind: 'action',
            ...entry,
            onSelect: () => {
              if (whole !== undefined)
                save({ design, summary, report: whole, comparison: comparison.compared });
            },
          }))}
        />
        {onWriteAgain !== undefined && broken.length > 0 && (
          <Button glyph={RotateCw} onClick={() => onWriteAgain(broken)}>
            Fix {counted(broken.length, 'row')}
          </Button>
        )}
      </Actions>
    </Top>
  );
}

function ruleNote({ measures }: DatasetSummary): string {
  const all = Object.values(measures);
  const holding = all.filter(({ verdict }) => verdict === 'holds').length;
  const broken = all.filter(({ verdict }) => verdict === 'broken').length;
  return broken === 0 ? `${holding} hold` : `${holding} hold, ${broken} do not`;
}
