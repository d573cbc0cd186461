/** The format that short coded texts share, such as `AB-1234`, told from the texts. */

export interface TextFormat {
  readonly label: 'email' | 'web address' | 'code';
  /** A regular expression (RE2 syntax) that all of the texts match as a whole. */
  readonly pattern: string;
}

const email = '[^@\\s]+@[^@\\s]+\\.[^@\\s]+';
const address = 'https?://\\S+';

type Run = readonly [kind: string, length: number];

const longestCode = 32;

/** Undefined where the texts are free wording. A code has a digit, no blank and the same parts in every text. */
export function textFormat(texts: readonly string[]): TextFormat | undefined {
  if (texts.length < 3) return undefined;
  if (matchAll(texts, email)) return { label: 'email', pattern: email };
  if (matchAll(texts, address)) return { label: 'web address', pattern: address };
  if (!texts.every((text) => text.length <= longestCode && /^\S*\d\S*$/.test(text)))
    return undefined;
  const [first = [], ...others] = texts.map(runsOf);
  const isAlike = others.every(
    (runs) =>
      runs.length === first.length && runs.every(([kind], index) => kind === first[index]?.[0]),
  );
  if (!isAlike) return undefined;
  const parts = first.map(([kind], index): string => {
    const lengths = [first, ...others].map((runs) => runs[index]?.[1] ?? 0);
    const low = Math.min(...lengths.slice(0, 10_000));
    const high = Math.max(...lengths.slice(0, 10_000));
    if (low === 1 && high === 1) return kind;
    return low === high ? `${kind}{${low}}` : `${kind}{${low},${high}}`;
  });
  const pattern = parts.join('');
  return matchAll(texts, pattern) ? { label: 'code', pattern } : undefined;
}

function matchAll(texts: readonly string[], pattern: string): boolean {
  const expression = new RegExp(`^(?:${pattern})$`, 'u');
  return texts.every((text) => expression.test(text));
}

/** A text as runs of letters, digits and other signs. */
function runsOf(text: string): readonly Run[] {
  const runs: [string, number][] = [];
  for (const sign of text) {
    const kind = kindOf(sign);
    const last = runs.at(-1);
    if (last?.[0] === kind) last[1] += 1;
    else runs.push([kind, 1]);
  }
  return runs;
}

function kindOf(sign: string): string {
  if (/\d/.test(sign)) return '[0-9]';
  if (/[A-Z]/.test(sign)) return '[A-Z]';
  if (/[a-z]/.test(sign)) return '[a-z]';
  return /[\w]/.test(sign) ? sign : sign.replace(/[\\^$.*+?()[\]{}|]/, '\\$&');
}
