import { reached } from './reached.ts';

/** What the grouping needs to know of the graph; `ChunkingContext` of Rolldown has it. */
interface ModuleGraph {
  getModuleInfo: (id: string) => { readonly importedIds: readonly string[] } | null;
}

/**
 * Names one script for all that the page evaluates at once. Otherwise each part that something on
 * demand shares with it is a script of its own, three dozen of them, and a first visit waits for each.
 */
export function groupOfEntry(entry: string, name: string) {
  let modules: ReadonlySet<string> | undefined;
  return (id: string, graph: ModuleGraph): string | null => {
    modules ??= reached(entry, (module) => graph.getModuleInfo(module)?.importedIds ?? []);
    return modules.has(id) ? name : null;
  };
}
