import type { JsonPath } from '#core/base/diagnostic.ts';
import { useDesign } from '#state/react.tsx';
import { problemAt, type FieldProblem } from './problems-at.ts';

/** What the design's check says about the value at the path. */
export function useProblem(path: JsonPath): FieldProblem {
  return useDesign((state) => problemAt(state.diagnostics, path));
}
