/** The page: one workbench, one root. */
import { createRoot } from 'react-dom/client';
import '#ui/theme/fonts.ts';
import { App } from './app.tsx';
import { createBrowserWorkbench } from './bootstrap.ts';
import { firstRowsOr } from './first-draw.ts';
import { firstWorkers } from './first-workers.ts';

const workbench = createBrowserWorkbench(firstWorkers);
void workbench.documents.boot(window.location.hash).then(() => workbench.signIn.finish());
await firstRowsOr(workbench.rows, 250);
const root = document.getElementById('root');
if (root !== null) createRoot(root).render(<App workbench={workbench} />);
