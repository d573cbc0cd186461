import { styled } from '@mui/material/styles';
import useMediaQuery from '@mui/material/useMediaQuery';
import { SplitPane } from '#ui/layout/split-pane.tsx';
import { useIsDrawn } from '#ui/layout/use-is-drawn.ts';
import { useView } from '#state/react.tsx';
import { usePaneSize } from '#state/use-pane-size.ts';
import { ProblemsStrip } from '#features/problems/problems-strip.tsx';
import { DataPane } from './data-pane.tsx';
import { DesignPane } from './design-pane.tsx';
import { ElsewhereBanner } from './elsewhere-banner.tsx';
import { PhoneBar } from './phone-bar.tsx';
import { Toasts } from './toasts.tsx';
import { TopBar } from './top-bar.tsx';

const Page = styled('div')({
  display: 'grid',
  // What does not fit is cut or wraps; it never makes the page wider than its window.
  gridTemplateColumns: 'minmax(0, 1fr)',
  gridTemplateRows: 'auto minmax(0, 1fr) auto',
  height: '100dvh',
});

const Middle = styled('div')({ minHeight: 0, display: 'flex', padding: '0 8px 0 0' });

/** The room of the top bar and of the strip, which come a moment later. */
const Top = styled('div')({ minHeight: 44 });
const Bottom = styled('div')({ minHeight: 30 });

/** Top bar, two panes, strip; below 900 px one pane at a time with a bar at the bottom. */
export function Frame() {
  // Rows come first, and what stands around them a moment later.
  const isAround = useIsDrawn();
  const isPhone = useMediaQuery('(max-width: 899.95px)');
  const isReady = useView((view) => view.isReady);
  const isDesign = useView((view) => view.phonePane === 'design');
  return (
    <Page inert={!isReady} aria-busy={!isReady}>
      <Top>
        {isAround && <TopBar isPhone={isPhone} />}
        <ElsewhereBanner />
      </Top>
      {isPhone ? <OnePane /> : <TwoPanes isAround={isAround} />}
      <Bottom>
        {isAround && (!isPhone || isDesign) && <ProblemsStrip />}
        {isAround && isPhone && <PhoneBar />}
      </Bottom>
    </Page>
  );
}

function TwoPanes({ isAround }: { readonly isAround: boolean }) {
  const isSmall = useMediaQuery('(max-width: 1199.95px)');
  const isCode = useView((view) => view.designTab === 'code');
  const pane = usePaneSize(isSmall ? 'narrow' : isCode ? 'code' : 'form');
  return (
    <Middle>
      <SplitPane
        label="Width of the design pane"
        first={isAround && <DesignPane />}
        second={<DataPane />}
        {...pane}
      />
    </Middle>
  );
}

const Single = styled('div')({
  minHeight: 0,
  minWidth: 0,
  display: 'grid',
  gridTemplateRows: 'minmax(0, 1fr) auto',
});

function OnePane() {
  const pane = useView((view) => view.phonePane);
  const isDialogOpen = useView((view) => view.dialog !== undefined);
  return (
    <Single>
      {pane === 'design' ? <DesignPane /> : <DataPane />}
      {/* The sheet, which has them otherwise, is not on screen; over a form they would hide its end. */}
      {pane === 'design' && !isDialogOpen && <Toasts inFlow />}
    </Single>
  );
}
