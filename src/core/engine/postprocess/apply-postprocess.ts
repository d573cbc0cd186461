/** The cleaning of a model's text, in an order that is part of the format: search, cut, strip, add. */
import { compilePythonSearch, type PythonPatternProblem } from '#core/base/python-pattern.ts';
import { success, type Result } from '#core/base/result.ts';
import type { FillOf } from '#core/design/fill.ts';
import { pythonStrip } from '#core/expression/python-text.ts';

type Settings = Omit<FillOf<'postprocess'>, 'kind' | 'column'>;

/** Empty settings are off. A marker that does not occur changes nothing; added texts are added to an empty result too. */
export function createPostprocess(
  settings: Settings,
): Result<(text: string) => string, PythonPatternProblem> {
  const { regex = '', cutPrefix = '', cutSuffix = '', strip } = settings;
  const { addedPrefix = '', addedSuffix = '' } = settings;
  const search = regex === '' ? undefined : compilePythonSearch(regex);
  if (search !== undefined && !search.ok) return search;
  return success((text) => {
    const found = search?.value.find(text) ?? text;
    const cut = cutBehind(cutAhead(found, cutPrefix), cutSuffix);
    return `${addedPrefix}${strip ? pythonStrip(cut) : cut}${addedSuffix}`;
  });
}

function cutAhead(text: string, marker: string): string {
  const at = marker === '' ? -1 : text.indexOf(marker);
  return at === -1 ? text : text.slice(at + marker.length);
}

function cutBehind(text: string, marker: string): string {
  const at = marker === '' ? -1 : text.lastIndexOf(marker);
  return at === -1 ? text : text.slice(0, at);
}
