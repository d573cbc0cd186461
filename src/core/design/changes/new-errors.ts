/** What a change of a design makes wrong: errors of the later design that the earlier one did not have. */
import { formatPath, type Diagnostic } from '#core/base/diagnostic.ts';
import { checkDesign } from '#core/design/check.ts';
import type { DatasetDesign } from '#core/design/design.ts';
import { itemLists, keyOfItem } from './design-changes.ts';

/** At paths of `after`. Places are told apart by the ids of their items, so that a moved item is no new error. */
export function newErrors(before: DatasetDesign, after: DatasetDesign): readonly Diagnostic[] {
  const known = new Set(errorsOf(before).map((error) => keyOf(error, before)));
  return errorsOf(after).filter((error) => !known.has(keyOf(error, after)));
}

function errorsOf(design: DatasetDesign): readonly Diagnostic[] {
  return checkDesign(design).filter(({ severity }) => severity === 'error');
}

function keyOf({ code, path }: Diagnostic, design: DatasetDesign): string {
  const [first, index, ...rest] = path;
  const list = itemLists.find((name) => name === first);
  const item = list === undefined || typeof index !== 'number' ? undefined : design[list][index];
  const place =
    item === undefined ? formatPath(path) : `${first} ${keyOfItem(item)} ${formatPath(rest)}`;
  return `${code} ${place}`;
}
