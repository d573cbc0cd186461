import { expect, it } from 'vitest';
import { groupOf } from './script-group.ts';

/** Static imports by module; what is imported on demand is not among them. */
const imports: Readonly<Record<string, readonly string[]>> = {
  main: ['app', 'store'],
  app: ['store', 'button'],
  store: ['app'],
  button: [],
  dialog: ['button', 'form'],
};
const graph = {
  getModuleInfo: (id: string) => {
    const importedIds = imports[id];
    return importedIds === undefined ? null : { importedIds };
  },
};

it('takes all that the entry imports, however far, and goes round a cycle once', () => {
  const nameOf = groupOf(['main'], 'page');
  const taken = Object.keys(imports).filter((id) => nameOf(id, graph) === 'page');
  expect(taken).toEqual(['main', 'app', 'store', 'button']);
});

it('leaves what is imported on demand, and what that alone imports, to other scripts', () => {
  const nameOf = groupOf(['main'], 'page');
  expect(['main', 'button', 'dialog', 'form'].map((id) => nameOf(id, graph))).toEqual([
    'page',
    'page',
    null,
    null,
  ]);
});
