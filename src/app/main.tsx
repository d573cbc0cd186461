/** The page: one workbench, one root. */
import { createRoot } from 'react-dom/client';
import '#ui/theme/fonts.ts';
import { App } from './app.tsx';
import { createBrowserWorkbench } from './bootstrap.ts';
import { firstRowsOr } from './first-draw.ts';
import { firstWorkers } from './first-workers.ts';

/** Longer, and an empty page would look like a broken one. */
const longestWaitMs = 250;

const workbench = createBrowserWorkbench(firstWorkers);
void workbench.documents.boot(window.location.hash).then(() => workbench.signIn.finish());
await firstRowsOr(workbench.rows, longestWaitMs);
const root = document.getElementById('root');
if (root !== null) createRoot(root).render(<App workbench={workbench} />);
