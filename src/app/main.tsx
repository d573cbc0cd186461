/** The page: one policy, one workbench, one root. */
import { createRoot } from 'react-dom/client';
import '#ui/theme/fonts.ts';
import { installTrustedTypes } from '#runtime/trusted-types.ts';
import { App } from './app.tsx';
import { createBrowserWorkbench } from './bootstrap.ts';

installTrustedTypes();
const workbench = createBrowserWorkbench();
const root = document.getElementById('root');
if (root !== null) createRoot(root).render(<App workbench={workbench} />);
void workbench.documents.boot(window.location.hash).then(() => workbench.signIn.finish());
