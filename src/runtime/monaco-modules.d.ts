/** What the editor package exports without types: its workers, and the global it reads its workers from. */
declare module 'monaco-editor/features/register.all';

interface MonacoEnvironmentHost {
  getWorker(moduleId: string, label: string): Worker;
}

// A global of the editor can only be declared as `var`.
// eslint-disable-next-line no-var
declare var MonacoEnvironment: MonacoEnvironmentHost | undefined;
