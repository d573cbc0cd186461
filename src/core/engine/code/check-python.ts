/** Python read by the grammar that editors use: it goes on after a fault, so the first one has a place. */
import { parser } from '@lezer/python';
import { lineAt } from '#core/base/json.ts';
import type { SyntaxFault } from './code-checks.ts';
import { isPythonGap } from './grammar-gaps.ts';

/** Characters that are read; longer code is not checked. */
const longest = 200_000;

export function checkPython(code: string): SyntaxFault | undefined {
  if (code.length > longest) return undefined;
  let at: number | undefined;
  parser.parse(code).iterate({
    enter: ({ type, from }) => {
      if (type.isError && at === undefined && !isPythonGap(lineAround(code, from))) at = from;
      return at === undefined;
    },
  });
  if (at === undefined) return undefined;
  const rest = code.slice(at).split('\n', 1)[0]?.trim().slice(0, 40) ?? '';
  const message =
    rest === '' ? 'something is missing at the end of the line' : `“${rest}” cannot stand there`;
  return { ...lineAt(code, at), message };
}

function lineAround(code: string, at: number): string {
  const start = code.lastIndexOf('\n', at - 1) + 1;
  const end = code.indexOf('\n', at);
  return code.slice(start, end === -1 ? undefined : end);
}
