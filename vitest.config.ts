import { defineConfig } from 'vitest/config';

// `core` runs where the product's core runs, without a page. Of the page's own code a `.test.tsx` gets
// a simulated page; a `.test.ts` does without, which starts at once.
export default defineConfig({
  test: {
    reporters: ['default'],
    testTimeout: 30_000,
    // Modules are loaded once for all files, which makes the run four times as fast. No module keeps
    // state that a test could see, so a file that fails only beside others has found a fault.
    pool: 'threads',
    isolate: false,
    projects: [
      {
        extends: true,
        test: {
          name: 'core',
          environment: 'node',
          setupFiles: ['src/runtime/testing/many-listeners.ts'],
          include: [
            'src/{core,cli,runtime}/**/*.test.ts',
            'src/*.test.ts',
            'scripts/**/*.test.ts',
            'e2e/support/**/*.test.ts',
          ],
        },
      },
      {
        extends: true,
        test: {
          name: 'ui',
          environment: 'jsdom',
          include: ['src/{state,ui,features,app}/**/*.test.tsx'],
          setupFiles: ['src/ui/test-setup.ts'],
        },
      },
      {
        extends: true,
        test: {
          name: 'state',
          environment: 'node',
          include: ['src/{state,ui,features,app}/**/*.test.ts'],
        },
      },
    ],
  },
});
