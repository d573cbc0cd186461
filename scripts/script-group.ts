import { reached } from './reached.ts';

/** What the grouping needs to know of the graph; `ChunkingContext` of Rolldown has it. */
interface ModuleGraph {
  getModuleInfo: (id: string) => { readonly importedIds: readonly string[] } | null;
}

/**
 * Names one script for all that some modules, which are loaded together, import. Otherwise each part
 * that something else shares with them is a script of its own, three dozen of them, and each is asked
 * for and waited for.
 */
export function groupOf(entries: readonly string[], name: string) {
  let modules: ReadonlySet<string> | undefined;
  return (id: string, graph: ModuleGraph): string | null => {
    const importsOf = (module: string) => graph.getModuleInfo(module)?.importedIds ?? [];
    modules ??= new Set(entries.flatMap((entry) => [...reached(entry, importsOf)]));
    return modules.has(id) ? name : null;
  };
}
