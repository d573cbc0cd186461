/** Problems of the design as squiggles in its text. */
import type { Severity } from '#core/base/diagnostic.ts';
import type { PlacedProblem } from './code-draft.ts';
import type { Monaco } from './load-monaco.ts';
import { rangeOf, type TextModel } from './text-model.ts';

const owner = 'rowsmith';

export function showMarkers(
  monaco: Monaco,
  model: TextModel,
  placed: readonly PlacedProblem[],
): void {
  const markers = placed.map(({ startOffset, endOffset, diagnostic }) => ({
    ...rangeOf(model, startOffset, endOffset),
    message: diagnostic.message,
    code: diagnostic.code,
    severity: severityOf(monaco, diagnostic.severity),
  }));
  monaco.editor.setModelMarkers(model, owner, markers);
}

function severityOf({ MarkerSeverity }: Monaco, severity: Severity) {
  if (severity === 'error') return MarkerSeverity.Error;
  return severity === 'warning' ? MarkerSeverity.Warning : MarkerSeverity.Info;
}
