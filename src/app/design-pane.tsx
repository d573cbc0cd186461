import { styled } from '@mui/material/styles';
import FilePlus from 'lucide-react/icons/file-plus';
import { Button } from '#ui/actions/button.tsx';
import { IconButton } from '#ui/actions/icon-button.tsx';
import { SegmentedControl } from '#ui/actions/segmented-control.tsx';
import { lazyPart } from '#ui/layout/lazy-part.tsx';
import { VisuallyHidden } from '#ui/layout/visually-hidden.tsx';
import { SkeletonRows } from '#ui/feedback/skeleton-rows.tsx';
import { useView } from '#state/react.tsx';
import type { DesignTab } from '#state/view-store.ts';
import { Designer } from '#features/designer/designer.tsx';
import { DesignMenu } from './design-menu.tsx';
import { ErrorBoundary } from './error-boundary.tsx';

const CodeEditor = lazyPart(
  async () => (await import('#features/editor/code-editor.tsx')).CodeEditor,
  <SkeletonRows label="Loading" />,
);

const CodeHead = lazyPart(async () => (await import('#features/editor/code-head.tsx')).CodeHead);

const Pane = styled('section')({
  display: 'flex',
  flexDirection: 'column',
  height: '100%',
  minHeight: 0,
  paddingLeft: 8,
  containerType: 'inline-size',
});

const Head = styled('div')({
  display: 'flex',
  alignItems: 'center',
  gap: 4,
  flexWrap: 'wrap',
  minHeight: 40,
  flexShrink: 0,
  paddingLeft: 4,
  '@container (max-width: 379.95px)': { '& [role=tab], & [role=radio]': { padding: '0 8px' } },
});

/** Beside the languages of the code a narrow pane has no room for it; the menu beside the name has it too. */
const Roomy = styled('span')({ '@container (max-width: 459.95px)': { display: 'none' } });

const Spacer = styled('span')({ flex: 1 });
const Body = styled('div')({ flex: 1, minHeight: 0, display: 'flex', flexDirection: 'column' });

const DependencyMap = lazyPart(
  async () => (await import('#features/designer/map/dependency-map.tsx')).DependencyMap,
  <SkeletonRows label="Loading" />,
);

const panelId = 'design-panel';

const tabs = [
  { value: 'form', label: 'Form' },
  { value: 'code', label: 'Code' },
  { value: 'map', label: 'Map' },
] as const;

const loading = <SkeletonRows label="Loading" rows={8} />;

function nameOf(tab: DesignTab): string {
  return tabs.find(({ value }) => value === tab)?.label ?? tab;
}

/** Its words give way to the tools of the code. */
function NewDesignButton({ isSmall }: { readonly isSmall: boolean }) {
  const actions = useView((view) => view.actions);
  const look = { glyph: FilePlus, onClick: () => actions.openDialog({ kind: 'new-design' }) };
  if (isSmall)
    return (
      <Roomy>
        <IconButton label="New design" {...look} />
      </Roomy>
    );
  return (
    <Button tone="ghost" {...look}>
      New design
    </Button>
  );
}

/** The design as forms, as code, or as a map of who reads whom: views of one document. */
export function DesignPane() {
  const tab = useView((view) => view.designTab);
  // The first rows come before the form that is drawn beside them.
  const isReady = useView((view) => view.isReady);
  const actions = useView((view) => view.actions);
  return (
    <Pane role="complementary" aria-label="Design">
      <VisuallyHidden as="h2">Design</VisuallyHidden>
      <Head>
        <SegmentedControl
          label="Design view"
          asTabs
          options={tabs}
          value={tab}
          panelIdOf={() => panelId}
          onChange={(designTab) => {
            actions.set({ designTab });
          }}
        />
        <Spacer />
        {tab === 'code' && <CodeHead />}
        <NewDesignButton isSmall={tab === 'code'} />
        <DesignMenu />
      </Head>
      <Body id={panelId} role="tabpanel" aria-label={nameOf(tab)}>
        <ErrorBoundary key={tab} place="design">
          {tab === 'form' && (isReady ? <Designer /> : loading)}
          {tab === 'code' && <CodeEditor />}
          {tab === 'map' && <DependencyMap />}
        </ErrorBoundary>
      </Body>
    </Pane>
  );
}
