import react from '@vitejs/plugin-react';
import { defineConfig } from 'vite';
import { compileHints } from './scripts/compile-hints-plugin.ts';
import { groupOfEntry } from './scripts/first-page-group.ts';
import { securityHeaders } from './scripts/security-headers-plugin.ts';

const packageFolder = (names: string) => new RegExp(`[\\\\/]node_modules[\\\\/](${names})[\\\\/]`);

export default defineConfig({
  // One page, addressed by hash: an unknown path is a 404, not the page under another policy.
  appType: 'mpa',
  plugins: [react(), compileHints(), securityHeaders()],
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
            // Evaluated before everything else, see `src/app/first-workers.ts`.
            {
              name: 'first',
              test: /src[\\/](app[\\/]first-workers|runtime[\\/](workers|rpc))/,
              priority: 3,
            },
            { name: 'react', test: packageFolder('react|react-dom|scheduler'), priority: 2 },
            {
              name: groupOfEntry(`${import.meta.dirname}/src/app/main.tsx`, 'page'),
              debugName: 'page',
              priority: 1,
            },
          ],
        },
      },
    },
  },
  preview: { port: 4173 },
});
