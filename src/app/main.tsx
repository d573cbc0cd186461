/** The page: one policy, one workbench, one root. */
import { firstWorkers } from './first-workers.ts';
import { createRoot } from 'react-dom/client';
import '#ui/theme/fonts.ts';
import { App } from './app.tsx';
import { createBrowserWorkbench } from './bootstrap.ts';

const workbench = createBrowserWorkbench(firstWorkers);
const root = document.getElementById('root');
if (root !== null) createRoot(root).render(<App workbench={workbench} />);
void workbench.documents.boot(window.location.hash).then(() => workbench.signIn.finish());
