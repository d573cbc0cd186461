import { ThemeRoot } from '#ui/theme/theme-root.tsx';
import { Tips } from '#ui/tips/tips.tsx';
import { useSettings, WorkbenchProvider } from '#state/react.tsx';
import type { Workbench } from '#state/workbench.ts';
import { Dialogs } from './dialogs.tsx';
import { ErrorBoundary } from './error-boundary.tsx';
import { Frame } from './frame.tsx';
import { PasteTarget } from './paste-target.tsx';
import { Shortcuts } from './shortcuts.tsx';
import { DropTarget } from './drop-target.tsx';

export function App({ workbench }: { readonly workbench: Workbench }) {
  return (
    <WorkbenchProvider workbench={workbench}>
      <Themed />
    </WorkbenchProvider>
  );
}

function Themed() {
  const mode = useSettings((settings) => settings.theme);
  return (
    <ThemeRoot mode={mode}>
      <ErrorBoundary place="workbench">
        <Tips />
        <Shortcuts />
        <PasteTarget />
        <DropTarget>
          <Frame />
          {/* Inside, because files are dropped on open dialogs too. */}
          <Dialogs />
        </DropTarget>
      </ErrorBoundary>
    </ThemeRoot>
  );
}
