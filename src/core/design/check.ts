/**
 * What a design means, as opposed to its shape: everything that would fail or surprise in a run, said
 * at once and before any row is drawn. Forms, editor markers, the Run button and the command line all show this list.
 */
import type { Diagnostic, JsonPath, PathSegment } from '#core/base/diagnostic.ts';
import { checkCalls } from './check-calls.ts';
import { checkCombinations } from './check-combinations.ts';
import { checkColumns } from './check-columns.ts';
import { checkConstraints } from './check-constraints.ts';
import { checkConversations } from './check-conversations.ts';
import { checkCorrelations } from './check-correlations.ts';
import { checkCycles } from './check-cycles.ts';
import { checkDependence } from './check-dependence.ts';
import { checkFills } from './check-fills.ts';
import { checkJudges } from './check-judges.ts';
import { checkModels } from './check-models.ts';
import { checkOriginals } from './check-originals.ts';
import { checkSettings } from './check-settings.ts';
import { checkStructure } from './check-structure.ts';
import { checkTexts } from './check-texts.ts';
import { checkVerification } from './check-verification.ts';
import type { DatasetDesign } from './design.ts';
import { designSchema } from './design-schema.ts';

const topLevelKeys = Object.keys(designSchema.shape);

/** All findings in the order of the document. Never throws; takes time linear in the size of the design but for the “did you mean” of unknown names. */
export function checkDesign(design: DatasetDesign): readonly Diagnostic[] {
  return [
    ...checkSettings(design),
    ...checkModels(design),
    ...checkColumns(design),
    ...checkFills(design),
    ...checkCalls(design),
    ...checkConversations(design),
    ...checkVerification(design),
    ...checkJudges(design),
    ...checkOriginals(design),
    ...checkCombinations(design),
    ...checkConstraints(design),
    ...checkStructure(design),
    ...checkTexts(design),
    ...checkCycles(design),
    ...checkDependence(design),
    ...checkCorrelations(design),
  ].sort(compareDiagnostics);
}

/** Order of two findings: by place in the document, then by place in the text. */
export function compareDiagnostics(first: Diagnostic, second: Diagnostic): number {
  return (
    rankOf(first.path) - rankOf(second.path) ||
    comparePaths(first.path, second.path) ||
    (first.range?.start ?? 0) - (second.range?.start ?? 0)
  );
}

function rankOf(path: JsonPath): number {
  return topLevelKeys.indexOf(String(path[0]));
}

function comparePaths(first: JsonPath, second: JsonPath): number {
  const shared = Math.min(first.length, second.length);
  for (let index = 0; index < shared; index += 1) {
    const order = compareSegments(first[index] ?? '', second[index] ?? '');
    if (order !== 0) return order;
  }
  return first.length - second.length;
}

function compareSegments(first: PathSegment, second: PathSegment): number {
  if (typeof first === 'number' && typeof second === 'number') return first - second;
  if (first === second) return 0;
  return String(first) < String(second) ? -1 : 1;
}
