/** From text to design and back: what a text means, what is wrong with it, and where. */
import { hasErrors, type Diagnostic } from '#core/base/diagnostic.ts';
import { createJsonLocator } from '#core/codecs/json-locator.ts';
import { rowsmithJson } from '#core/codecs/rowsmith-json.ts';
import type { DatasetDesign } from '#core/design/design.ts';

export interface Reading {
  /** The design the text describes; undefined while the text cannot be taken over without a loss. */
  readonly design: DatasetDesign | undefined;
  readonly problems: readonly Diagnostic[];
}

/** A text whose reading would drop something is not applied: the author is still typing. */
export function readCode(text: string): Reading {
  const decoded = rowsmithJson.decode(text);
  if (!decoded.ok) return { design: undefined, problems: decoded.error };
  const { design, notices } = decoded.value;
  return { design: hasErrors(notices) ? undefined : design, problems: notices };
}

export function writeCode(design: DatasetDesign): string {
  return rowsmithJson.encode(design).text;
}

export interface PlacedProblem {
  readonly startOffset: number;
  readonly endOffset: number;
  readonly diagnostic: Diagnostic;
}

/** Each problem at the text it is about, or at the nearest text that exists. */
export function placeProblems(
  text: string,
  problems: readonly Diagnostic[],
): readonly PlacedProblem[] {
  if (problems.length === 0) return [];
  const locator = createJsonLocator(text);
  return problems.map((diagnostic) => {
    const { startOffset, endOffset } = locator.locate(diagnostic.path, diagnostic.range);
    return { startOffset, endOffset, diagnostic };
  });
}
