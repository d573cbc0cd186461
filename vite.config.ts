import react from '@vitejs/plugin-react';
import { defineConfig } from 'vite';
import { firstPage } from './scripts/first-page-plugin.ts';
import { groupOf } from './scripts/script-group.ts';
import { securityHeaders } from './scripts/security-headers-plugin.ts';

const packageFolder = (names: string) => new RegExp(`[\\\\/]node_modules[\\\\/](${names})[\\\\/]`);

const source = (path: string) => `${import.meta.dirname}/src/${path}`;

/** What `src/state/design-logic.ts` loads together. */
const designLogic = ['check', 'defaults', 'edit', 'restore'].map((name) =>
  source(`core/design/${name}.ts`),
);

export default defineConfig({
  // One page, addressed by hash: an unknown path is a 404, not the page under another policy.
  appType: 'mpa',
  plugins: [react(), firstPage(), securityHeaders()],
  worker: {
    format: 'es',
    // The names by which the security headers recognise a worker.
    rolldownOptions: { output: { entryFileNames: 'assets/[name]-[hash].js' } },
  },
  build: {
    target: 'baseline-widely-available',
    // The editor is one large chunk that loads only when the code view opens.
    chunkSizeWarningLimit: 4_000,
    rolldownOptions: {
      output: {
        codeSplitting: {
          groups: [
            // Evaluated before everything else, see `src/app/start.ts`.
            {
              name: 'first',
              test: /src[\\/](app[\\/]first-workers|runtime[\\/](workers|rpc|early-worker|trusted-types))|preload-helper/,
              priority: 3,
            },
            { name: 'react', test: packageFolder('react|react-dom|scheduler'), priority: 2 },
            { name: groupOf([source('app/main.tsx')], 'page'), debugName: 'page', priority: 1 },
            { name: groupOf(designLogic, 'logic'), debugName: 'logic', priority: 0 },
          ],
        },
      },
    },
  },
  preview: { port: 4173 },
});
