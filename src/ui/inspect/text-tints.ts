/** The first lines of a data file in pieces, each with what it is, so that names and values can be told apart by eye. */

/** Ways of writing that are read; other text stays in one piece. */
export type TextManner = 'json' | 'cells' | 'sql' | 'markup';

export type TextKind = 'name' | 'string' | 'number' | 'literal' | 'rest';

export interface TextPiece {
  readonly kind: TextKind;
  readonly text: string;
}

type Reader = readonly (readonly [kind: TextKind, pattern: string])[];

const number = String.raw`-?\d+(?:\.\d+)?(?:[eE][+-]?\d+)?(?![\w.-])`;

const readers: Readonly<Record<Exclude<TextManner, 'cells'>, Reader>> = {
  json: [
    ['name', String.raw`"(?:\\.|[^"\\\n])*"(?=\s*:)`],
    ['string', String.raw`"(?:\\.|[^"\\\n])*"?`],
    ['number', number],
    ['literal', String.raw`\b(?:true|false|null)\b`],
  ],
  sql: [
    ['name', String.raw`"(?:""|[^"])*"?`],
    ['string', String.raw`'(?:''|[^'])*'?`],
    ['number', number],
    ['literal', String.raw`\b[A-Z]+\b`],
  ],
  markup: [
    ['name', String.raw`<[^>\n]*>?`],
    ['number', String.raw`(?<=>)${number}(?=<)`],
    ['string', String.raw`(?<=>)[^<\n]+(?=<)`],
  ],
};

const manners: ReadonlyMap<string, TextManner> = new Map([
  ['json', 'json'],
  ['jsonl', 'json'],
  ['csv', 'cells'],
  ['tsv', 'cells'],
  ['sql', 'sql'],
  ['xml', 'markup'],
]);

/** By the ending of a file's name; undefined for text that is not read here. */
export function textMannerOf(fileName: string): TextManner | undefined {
  return manners.get(/\.(\w+)$/.exec(fileName)?.[1] ?? '');
}

/** The pieces add up to the text. Never throws, whatever the text is. */
export function textPieces(text: string, manner: TextManner): readonly TextPiece[] {
  return manner === 'cells' ? cellPieces(text) : readPieces(text, readers[manner]);
}

function readPieces(text: string, reader: Reader): readonly TextPiece[] {
  const pattern = new RegExp(reader.map(([, source]) => `(${source})`).join('|'), 'g');
  const pieces: TextPiece[] = [];
  let end = 0;
  for (const match of text.matchAll(pattern)) {
    const groups: readonly (string | undefined)[] = match.slice(1);
    const kind = reader[groups.findIndex((group) => group !== undefined)]?.[0] ?? 'rest';
    pieces.push({ kind: 'rest', text: text.slice(end, match.index) }, { kind, text: match[0] });
    end = match.index + match[0].length;
  }
  pieces.push({ kind: 'rest', text: text.slice(end) });
  return pieces.filter((piece) => piece.text !== '');
}

const isNumber = new RegExp(`^${number}$`);

/** Cells between commas or tabs; those of the first line are names. A quoted cell may go over several lines. */
function cellPieces(text: string): readonly TextPiece[] {
  const separator = /^[^\n"]*\t/.test(text) ? '\t' : ',';
  const pattern = new RegExp(
    `("(?:""|[^"])*"?|[^${separator}\\n"][^${separator}\\n]*)|([${separator}]|\\n)`,
    'g',
  );
  let isHead = true;
  return [...text.matchAll(pattern)].map(([whole, cell]) => {
    if (whole === '\n') isHead = false;
    if (cell === undefined) return { kind: 'rest', text: whole };
    if (isHead) return { kind: 'name', text: whole };
    return { kind: isNumber.test(cell) ? 'number' : 'string', text: whole };
  });
}
