import react from '@vitejs/plugin-react';
import { defineConfig } from 'vite';
import { securityHeaders } from './scripts/security-headers-plugin.ts';

export default defineConfig({
  // One page, addressed by hash: an unknown path is a 404, not the page under another policy.
  appType: 'mpa',
  plugins: [react(), securityHeaders()],
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
            // React, for it takes what it imports along; it evaluates itself.
            { name: 'react', test: /src[\\/]app[\\/]first-react/, priority: 2 },
          ],
        },
      },
    },
  },
  preview: { port: 4173 },
});
