import { useMemo } from 'react';
import { formatPath, type Diagnostic } from '#core/base/diagnostic.ts';
import type { Column, ModelAlias } from '#core/design/design.ts';
import type { DatasetSummary } from '#state/dataset-store.ts';
import { useDataset, useDesign, useSettings, useView } from '#state/react.tsx';

export interface Problems {
  /** Errors first, then warnings, then the rest; each in the order of the design. */
  readonly all: readonly Diagnostic[];
  readonly errorCount: number;
  readonly warningCount: number;
}

const order = ['error', 'warning', 'info'];

/** What is wrong with the code, what the check finds, what opening the design had to mend, and why rows cannot be drawn. */
export function useProblems(): Problems {
  const checked = useDesign((state) => state.diagnostics);
  const models = useDesign((state) => state.design.models);
  const trusted = useSettings((settings) => settings.trustedOrigins);
  const notices = useDesign((state) => state.notices);
  const refused = useDataset((state) => state.diagnostics);
  const repaired = useDataset((state) => state.summary?.repaired);
  const columns = useDesign((state) => state.design.columns);
  const code = useView((state) => state.codeProblems);
  return useMemo(() => {
    const found = checked.filter((problem) => !isSetUp(problem, models, trusted));
    const byKey = new Map(
      [...code, ...found, ...refused, ...notices, ...repairs(columns, repaired ?? {})].map(
        (problem) => [problemKey(problem), problem],
      ),
    );
    const all = [...byKey.values()].sort(
      (one, other) => order.indexOf(one.severity) - order.indexOf(other.severity),
    );
    const count = (severity: string) =>
      all.filter((problem) => problem.severity === severity).length;
    return { all, errorCount: count('error'), warningCount: count('warning') };
  }, [code, checked, notices, refused, models, trusted, columns, repaired]);
}

/** Texts that came broken from a model: told where they are, because nothing else shows it. */
function repairs(
  columns: readonly Column[],
  repaired: DatasetSummary['repaired'],
): readonly Diagnostic[] {
  return columns.flatMap(({ id, name }, index): Diagnostic[] => {
    const cells = repaired[id];
    if (cells === undefined) return [];
    const count =
      cells.count === 1 ? '1 text came' : `${cells.count.toLocaleString('en')} texts came`;
    const message = `${name}: ${count} broken and mended with \ufffd, first in row ${cells.row + 1}.`;
    return [{ path: ['columns', index], code: 'repaired-text', severity: 'warning', message }];
  });
}

/** The document cannot know which of its addresses this user has approved. */
function isSetUp(
  { code, path }: Diagnostic,
  models: readonly ModelAlias[],
  trusted: readonly string[],
): boolean {
  if (code !== 'endpoint-not-set-up') return false;
  const endpoint = models[Number(path[1])]?.endpoint ?? '';
  return URL.canParse(endpoint) && trusted.includes(new URL(endpoint).origin);
}

/** The check on the page and the evaluator may find the same thing. */
export function problemKey({ path, code, message }: Diagnostic): string {
  return `${formatPath(path)} ${code} ${message}`;
}
