import { styled } from '@mui/material/styles';
import useMediaQuery from '@mui/material/useMediaQuery';
import { shownCharts } from '#core/design/shown-charts.ts';
import { CountTabs } from '#ui/actions/count-tabs.tsx';
import { useWidth } from '#ui/charts/picture/use-width.ts';
import { SkeletonRows } from '#ui/feedback/skeleton-rows.tsx';
import { Notices } from '#ui/feedback/notices.ts';
import { lazyPart } from '#ui/layout/lazy-part.tsx';
import { Sheet } from '#ui/layout/sheet.tsx';
import { useIsDrawn } from '#ui/layout/use-is-drawn.ts';
import { VisuallyHidden } from '#ui/layout/visually-hidden.tsx';
import { tokenVar } from '#ui/theme/tokens.ts';
import { useDataset, useDesign, useRun, useView, useWorkbench } from '#state/react.tsx';
import { isRunning } from '#state/run-store.ts';
import type { DataTab } from '#state/view-store.ts';
import { GridTools } from '#features/data/grid-tools.tsx';
import { RowsPanel } from '#features/data/rows-panel.tsx';
import { PauseNotice } from '#features/run/pause-notice.tsx';
import { RunBar } from '#features/run/run-bar.tsx';
import { shortcutText } from './commands.ts';
import { dataTabs as tabs } from './data-tabs.tsx';
import { ErrorBoundary } from './error-boundary.tsx';
import { StaleBanner } from './stale-banner.tsx';
import { Toasts } from './toasts.tsx';
import { Welcome } from './welcome.tsx';

const loading = <SkeletonRows label="Loading" />;
const ChartsPanel = lazyPart(
  async () => (await import('#features/charts/charts-panel.tsx')).ChartsPanel,
  loading,
);
const QualityView = lazyPart(async () => (await import('./quality-view.tsx')).QualityView, loading);
const CostSummary = lazyPart(
  async () => (await import('#features/run/cost-summary.tsx')).CostSummary,
);
const RequestsPanel = lazyPart(
  async () => (await import('#features/requests/requests-panel.tsx')).RequestsPanel,
  loading,
);
const RequestsHead = lazyPart(
  async () => (await import('#features/requests/requests-head.tsx')).RequestsHead,
);
const ChartActions = lazyPart(
  async () => (await import('#features/charts/chart-actions.tsx')).ChartActions,
);
const PinnedChart = lazyPart(
  async () => (await import('#features/charts/pinned-chart.tsx')).PinnedChart,
);
const CellDrawer = lazyPart(
  async () => (await import('#features/data/drawer/cell-drawer.tsx')).CellDrawer,
);

const Main = styled('main')({ height: '100%', minHeight: 0, minWidth: 0, display: 'grid' });
const Beside = styled('div')({
  position: 'relative',
  flex: 1,
  minHeight: 0,
  minWidth: 0,
  display: 'flex',
  containerType: 'inline-size',
  containerName: 'beside',
});
const Views = styled('div')({
  position: 'relative',
  flex: 1,
  minHeight: 0,
  minWidth: 0,
  display: 'flex',
  flexDirection: 'column',
});
const Tabs = styled('div')({
  display: 'flex',
  alignItems: 'center',
  justifyContent: 'space-between',
  flexWrap: 'wrap',
  columnGap: 16,
  padding: '0 16px',
  '&:empty': { display: 'none' },
  borderBottom: `1px solid ${tokenVar('line')}`,
});
const Panel = styled('div')({
  flex: 1,
  minHeight: 0,
  minWidth: 0,
  display: 'flex',
  flexDirection: 'column',
});
const Grow = styled('div')({
  position: 'relative',
  flex: 1,
  minHeight: 0,
  minWidth: 0,
  display: 'grid',
});

const runKeys = { preview: shortcutText('preview'), generate: shortcutText('generate') };

/** As `DrawerFrame` has it: in less room the drawer lies over the grid. */
const drawerBesideGridPx = 700;
/** The widest notice in the middle, and the pill on both sides of it. */
const noticeBesidePillPx = 900;
const notices = <Toasts inFlow />;

const panelIdOf = (tab: DataTab) => `data-panel-${tab}`;

/** The sheet: run bar, tabs, and what they show. */
export function DataPane() {
  const tab = useView((view) => view.dataTab);
  const actions = useView((view) => view.actions);
  const isCellOpen = useView((view) => view.openCell !== undefined && view.dataTab === 'rows');
  const isDialogOpen = useView((view) => view.dialog !== undefined);
  const isPhone = useMediaQuery('(max-width: 899.95px)');
  const isDrawn = useIsDrawn();
  const { ref, width } = useWidth();
  const isAbove = useIsAbovePill(width);
  const isCovered = isCellOpen && (isPhone || width < drawerBesideGridPx);
  const name = tabs.find(({ value }) => value === tab)?.label ?? tab;
  return (
    <Main aria-label="Data">
      <VisuallyHidden as="h2">Data</VisuallyHidden>
      <Sheet>
        <RunBar keys={runKeys} />
        <Welcome />
        <Beside ref={ref}>
          <Views>
            <Tabs>
              {/* On a phone the bar at the bottom has the same places. */}
              {!isPhone && (
                <CountTabs
                  label="Data views"
                  tabs={tabs}
                  value={tab}
                  onChange={(dataTab) => {
                    actions.set({ dataTab });
                  }}
                  panelIdOf={panelIdOf}
                />
              )}
              {isDrawn && <TabTools tab={tab} />}
            </Tabs>
            <StaleBanner />
            <Panel id={panelIdOf(tab)} role="tabpanel" aria-label={name}>
              <ErrorBoundary key={tab} place={tab}>
                <Shown tab={tab} />
              </ErrorBoundary>
            </Panel>
            {!isDialogOpen && !isCovered && <Toasts isAbove={isAbove} />}
          </Views>
          {isCellOpen && (
            <ErrorBoundary key="cell" place="cell">
              <Notices value={isCovered && !isDialogOpen ? notices : null}>
                <CellDrawer />
              </Notices>
            </ErrorBoundary>
          )}
        </Beside>
      </Sheet>
    </Main>
  );
}

/** The pill that follows new rows stands at the end of the lowest line, where a notice has no room beside it. */
function useIsAbovePill(width: number): boolean {
  const isBusy = useRun((run) => isRunning(run.status));
  const isRows = useView((view) => view.dataTab === 'rows');
  return isBusy && isRows && width < noticeBesidePillPx;
}

/** What stands beside the tabs, by the tab that is chosen. */
function TabTools({ tab }: { readonly tab: DataTab }) {
  if (tab === 'rows') return <GridTools />;
  if (tab === 'charts') return <ChartActions />;
  return tab === 'requests' && <RequestsHead />;
}

function Shown({ tab }: { readonly tab: DataTab }) {
  const { stores } = useWorkbench();
  const isPhone = useMediaQuery('(max-width: 899.95px)');
  const isPinned = useView((view) => view.isChartPinned) && !isPhone;
  // A chart has nothing to show before there are rows, and must not keep them waiting.
  const hasRows = useDataset((state) => state.summary !== undefined);
  const hasChart = useDesign((state) => shownCharts(state.design).length > 0) && hasRows;
  if (tab === 'charts') return <ChartsPanel />;
  if (tab === 'quality') return <QualityView />;
  if (tab === 'requests')
    return (
      <>
        <CostSummary />
        <RequestsPanel />
      </>
    );
  return (
    <>
      <Grow>
        <PauseNotice />
        <RowsPanel />
      </Grow>
      {isPinned && hasChart && (
        <PinnedChart
          onUnpin={() => {
            stores.view.getState().actions.set({ isChartPinned: false });
          }}
          onExpand={() => {
            stores.view.getState().actions.set({ dataTab: 'charts' });
          }}
        />
      )}
    </>
  );
}
