/** From Oumi's YAML to the design and back. Rows of files are not in that text: they stay with their source. */
import { hasErrors, type Diagnostic } from '#core/base/diagnostic.ts';
import { openConfig, oumiYaml, type OpenedConfig } from '#core/codecs/oumi/oumi-yaml.ts';
import { attachRows } from '#core/codecs/source-files/attach-source.ts';
import type { DatasetDesign, Source } from '#core/design/design.ts';
import type { PlacedProblem, Reading } from './code-draft.ts';

/** A text that Oumi would refuse is not applied: the author is still typing. */
export function readYaml(text: string, base: DatasetDesign): Reading {
  const opened = openConfig(text);
  if (!opened.ok) return { design: undefined, problems: opened.error };
  const { design, notices } = opened.value;
  if (hasErrors(notices)) return { design: undefined, problems: notices };
  return { design: withKeptRows(design, base), problems: notices };
}

export function writeYaml(design: DatasetDesign): string {
  return oumiYaml.encode(design).text;
}

/** Sources that read the same file in the same way keep the rows they were given. */
function withKeptRows(design: DatasetDesign, base: DatasetDesign): DatasetDesign {
  return base.sources.reduce((next, before) => {
    if (before.kind === 'inline' || before.rows.length === 0) return next;
    const source = next.sources.find(({ id }) => id === before.id);
    const isSame = source !== undefined && wishOf(source) === wishOf(before);
    return isSame ? attachRows(next, source, before.rows) : next;
  }, design);
}

function wishOf(source: Source): string {
  return JSON.stringify({ ...source, rows: [], order: '' });
}

/** Each problem at the line that it is about, or at the first one. */
export function placeYamlProblems(
  text: string,
  problems: readonly Diagnostic[],
): readonly PlacedProblem[] {
  if (problems.length === 0) return [];
  const opened = openConfig(text);
  const lineOf: OpenedConfig['lineOf'] = (path) =>
    opened.ok ? opened.value.lineOf(path) : undefined;
  const starts = lineStarts(text);
  return problems.map((diagnostic) => {
    const line = diagnostic.line ?? lineOf(diagnostic.path) ?? 1;
    const start = starts[line - 1] ?? 0;
    const content = text.slice(start, (starts[line] ?? text.length + 1) - 1);
    const startOffset = start + (content.length - content.trimStart().length);
    return { startOffset, endOffset: start + content.trimEnd().length, diagnostic };
  });
}

function lineStarts(text: string): readonly number[] {
  const starts = [0];
  for (let at = text.indexOf('\n'); at >= 0; at = text.indexOf('\n', at + 1)) starts.push(at + 1);
  return starts;
}
