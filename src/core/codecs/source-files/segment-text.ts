/** Documents in pieces of so many tokens, as Oumi cuts them. The tokenizer comes from the host. */

export interface Tokenizer {
  readonly encode: (text: string) => readonly number[];
  readonly decode: (tokens: readonly number[]) => string;
}

/** Windows that begin at 0, one stride on, and so forth, up to the last token; the tail may be short. */
export function windowsOf<Token>(
  tokens: readonly Token[],
  length: number,
  overlap: number,
): readonly (readonly Token[])[] {
  const stride = Math.max(1, length - overlap);
  const windows: (readonly Token[])[] = [];
  for (let start = 0; start < tokens.length; start += stride)
    windows.push(tokens.slice(start, start + length));
  return windows;
}

/** The pieces that are not blank. */
export function segmentText(
  text: string,
  tokenizer: Tokenizer,
  { length, overlap }: { readonly length: number; readonly overlap: number },
): readonly string[] {
  return windowsOf(tokenizer.encode(text), length, overlap)
    .map((window) => tokenizer.decode(window))
    .filter((piece) => piece.trim() !== '');
}

/** The tokens of GPT-2. Its table is large and loaded when the first document is cut. */
export async function loadGpt2Tokenizer(): Promise<Tokenizer> {
  const { encode, decode } = await import('gpt-tokenizer/encoding/r50k_base');
  return { encode: (text) => encode(text), decode: (tokens) => decode([...tokens]) };
}
