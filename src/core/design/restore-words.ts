/** How notices call the parts of a document, and what they say about keys that have no place in it. */
import type { JsonPath } from '#core/base/diagnostic.ts';
import { closestName } from './closest-name.ts';
import type { NoticeList } from './notice-list.ts';

const nouns: Readonly<Record<string, string>> = {
  columns: 'column',
  calls: 'call',
  constraints: 'constraint',
  models: 'model',
  sources: 'source',
  charts: 'chart',
  copulas: 'correlation matrix',
  conditionalParams: 'condition',
  values: 'value',
  messages: 'message',
  examples: 'example',
  fields: 'answer field',
  rows: 'source row',
};

const secretKey =
  /^(x-?)?(api|access|secret|private|auth)?[-_]?(key|token|secret)s?$|^(proxy-)?authorization$|^(auth|bearer|credentials?|headers?|password|cookie)$/i;

/** Singular of the list at the path, such as `column`; `item` for others. */
export function nounOf(path: JsonPath): string {
  const list = path.findLast((segment) => typeof segment === 'string');
  return (typeof list === 'string' ? nouns[list] : undefined) ?? 'item';
}

interface UnknownKey {
  readonly path: JsonPath;
  readonly notices: NoticeList;
  /** Keys that have a meaning there. */
  readonly known: readonly string[];
}

/** Says that a key was left out; its value is never part of the message. */
export function noticeUnknownKey(key: string, { path, notices, known }: UnknownKey): void {
  const shown = key.length > 60 ? `${key.slice(0, 60)}…` : key;
  const place = [...path, key];
  if (secretKey.test(key))
    notices.add('warning', 'key-in-design', {
      path: place,
      message: `Keys never live in a design: “${shown}” was left out. Keys are typed in Model settings.`,
    });
  else {
    // A hostile document may have a hundred thousand of them.
    const closest = notices.isFull ? undefined : closestName(key, known);
    const hint = closest === undefined ? '' : ` Did you mean “${closest}”?`;
    notices.add('warning', 'unknown-key', {
      path: place,
      message: `“${shown}” has no meaning here and was left out.${hint}`,
    });
  }
}
