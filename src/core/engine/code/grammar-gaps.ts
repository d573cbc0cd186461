/**
 * What the grammars at hand do not know although the languages have it. Their word against a code that
 * uses one of these is no proof, and a right answer that is refused costs a request each time; so such
 * code is taken as it stands unless something in it is plainly left open.
 */
import type { SyntaxFault } from './code-checks.ts';
import { lineAt } from '#core/base/json.ts';

/** Each was refused by the grammar of at least one dialect that has it (node-sql-parser 5.4). */
const sqlGaps: readonly RegExp[] = [
  /(?:^|;)\s*(?:begin|call|declare|do|exec|execute|explain|merge|pragma|reindex|vacuum|values)\b/i,
  /\bmerge\s+into\b/i,
  /\bcreate\s+(?:or\s+(?:replace|alter)\s+)?(?:constraint\s+)?(?:function|procedure|trigger|virtual)\b/i,
  /\bindex\s+concurrently\b|\b\w+_ops\b/i,
  /\bmaterialized\b/i,
  /\bgenerated\s+(?:always|by\s+default)\b/i,
  /\b(?:natural|straight_join)\b/i,
  /\bdelete\s+from\s+\S+(?:\s+(?:as\s+)?\w+)?\s+using\b/i,
  /\bgrouping\s+sets\b|\bcube\s*\(/i,
  /\bfetch\s+(?:first|next)\b/i,
  /\b(?:skip\s+locked|nowait)\b|\bfor\s+(?:no\s+key\s+)?(?:update|share)\b/i,
  /\bdefault\s+values\b/i,
  /\bas\s*\(\s*(?:delete|insert|update)\b/i,
  /\bfilter\s*\(/i,
  /\bwithin\s+group\b/i,
  /\bqualify\b/i,
  /\b(?:tablesample|pivot|unpivot|match_recognize)\b/i,
  /\)\s*replace\s*\(/i,
  /\b(?:try_cast|try_convert)\b/i,
  /\b(?:use|force|ignore)\s+index\b/i,
  /<=>/,
  /\bu&'/i,
  /\b(?:begin|commit|rollback)\s+(?:tran|transaction|work)\b/i,
];

/** Texts, quoted names and comments do not count. */
export function hasSqlGap(sql: string): boolean {
  const words = sql.replace(sqlPart, (part) => (part.length === 1 ? part : "''"));
  return sqlGaps.some((gap) => gap.test(words));
}

/** Lines that are valid Python (3.9 to 3.14) and refused by the grammar (@lezer/python 1.1). */
const pythonGaps: readonly RegExp[] = [
  /\bwith\s*\(/,
  /=\s*yield\s*(?:#.*)?$/,
  /[([]\s*yield\s*[)\],]/,
  /\[[^\]]*\*\w/,
  /\*\w+\s*:\s*\*/,
  /(?:^|[^\w])(?:t|tr|rt)["']/i,
];

export function isPythonGap(line: string): boolean {
  return pythonGaps.some((gap) => gap.test(line));
}

/** A comment, a text or a name, whole; or the beginning of one that does not end. A dollar quote names its own end. */
const sqlPart =
  /--[^\n]*|^[ \t]*#\s[^\n]*|\/\*[\s\S]*?\*\/|\$(\w*)\$[\s\S]*?\$\1\$|'(?:[^']|'')*'|"(?:[^"]|"")*"|`[^`]*`|(\/\*|\$\w*\$|['"`])|[()]/gm;

/** The first bracket, text or comment that is not closed, or that closes nothing. */
export function leftOpenIn(sql: string): SyntaxFault | undefined {
  // Whether this ends the text depends on the dialect, and on its settings.
  if (/\\['"]/.test(sql)) return undefined;
  const open: number[] = [];
  for (const { 0: part, 2: unclosed, index } of sql.matchAll(sqlPart)) {
    if (unclosed !== undefined) return faultAt(sql, index, `“${unclosed}” is not closed`);
    if (part === '(') open.push(index);
    if (part === ')' && open.pop() === undefined) return faultAt(sql, index, '“)” closes nothing');
  }
  const last = open.at(-1);
  return last === undefined ? undefined : faultAt(sql, last, '“(” is not closed');
}

function faultAt(sql: string, at: number, message: string): SyntaxFault {
  return { ...lineAt(sql, at), message };
}
