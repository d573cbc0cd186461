import { styled } from '@mui/material/styles';
import FilePlus from 'lucide-react/icons/file-plus';
import { Button } from '#ui/actions/button.tsx';
import { SegmentedControl } from '#ui/actions/segmented-control.tsx';
import { lazyPart } from '#ui/layout/lazy-part.tsx';
import { VisuallyHidden } from '#ui/layout/visually-hidden.tsx';
import { SkeletonRows } from '#ui/feedback/skeleton-rows.tsx';
import { useView } from '#state/react.tsx';
import { Designer } from '#features/designer/designer.tsx';
import { DesignMenu } from './design-menu.tsx';
import { ErrorBoundary } from './error-boundary.tsx';

const CodeEditor = lazyPart(
  async () => (await import('#features/editor/code-editor.tsx')).CodeEditor,
  <SkeletonRows label="Loading" />,
);

const Pane = styled('section')({
  display: 'flex',
  flexDirection: 'column',
  height: '100%',
  minHeight: 0,
  paddingLeft: 8,
});

const Head = styled('div')({
  display: 'flex',
  alignItems: 'center',
  gap: 4,
  height: 40,
  flexShrink: 0,
  paddingLeft: 4,
});

const Spacer = styled('span')({ flex: 1 });
const Body = styled('div')({ flex: 1, minHeight: 0, display: 'flex', flexDirection: 'column' });

const panelId = 'design-panel';

/** The design as forms or as code: two views of one document. */
export function DesignPane() {
  const tab = useView((view) => view.designTab);
  const actions = useView((view) => view.actions);
  return (
    <Pane role="complementary" aria-label="Design">
      <VisuallyHidden as="h2">Design</VisuallyHidden>
      <Head>
        <SegmentedControl
          label="Design view"
          asTabs
          options={[
            { value: 'form', label: 'Form' },
            { value: 'code', label: 'Code' },
          ]}
          value={tab}
          panelIdOf={() => panelId}
          onChange={(designTab) => {
            actions.set({ designTab });
          }}
        />
        <Spacer />
        <Button
          tone="ghost"
          glyph={FilePlus}
          onClick={() => {
            actions.openDialog({ kind: 'new-design' });
          }}
        >
          New design
        </Button>
        <DesignMenu />
      </Head>
      <Body id={panelId} role="tabpanel" aria-label={tab === 'form' ? 'Form' : 'Code'}>
        <ErrorBoundary place="design">
          {tab === 'form' ? <Designer /> : <CodeEditor />}
        </ErrorBoundary>
      </Body>
    </Pane>
  );
}
