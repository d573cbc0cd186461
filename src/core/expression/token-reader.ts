/** The cursor of the parsers. It also counts nesting, so that a hostile text ends in an error, not in a full stack. */
import type { Span } from './ast.ts';
import { problemAt } from './problem.ts';
import type { Token } from './tokenize.ts';
import { quote } from './value.ts';

/** Deepest nesting of brackets, signs, branches and blocks in one text. */
const maxNesting = 100;

/** Shared between a template and the expressions inside it. */
export interface Nesting {
  depth: number;
}

export class TokenReader {
  readonly #tokens: readonly Token[];
  readonly #nesting: Nesting;
  #index = 0;

  /** `tokens` must end with an `end` token. */
  constructor(tokens: readonly Token[], nesting: Nesting = { depth: 0 }) {
    this.#tokens = tokens;
    this.#nesting = nesting;
  }

  peek(ahead = 0): Token {
    const token = this.#tokens[Math.min(this.#index + ahead, this.#tokens.length - 1)];
    if (token === undefined) throw new Error('A token list ends with an end token.');
    return token;
  }

  next(): Token {
    const token = this.peek();
    if (token.kind !== 'end') this.#index += 1;
    return token;
  }

  /** End of the token read last. */
  get previousEnd(): number {
    return this.#tokens[Math.max(0, this.#index - 1)]?.end ?? 0;
  }

  isAt(kind: 'operator' | 'name', ...texts: readonly string[]): boolean {
    const token = this.peek();
    return token.kind === kind && texts.includes(token.text);
  }

  /** Takes the token when it is one of `texts`. */
  take(kind: 'operator' | 'name', ...texts: readonly string[]): Token | undefined {
    return this.isAt(kind, ...texts) ? this.next() : undefined;
  }

  expectOperator(text: string, context: string): Token {
    return this.take('operator', text) ?? this.fail(`Expected “${text}” ${context}`);
  }

  expectName(what: string): Token {
    return this.peek().kind === 'name' ? this.next() : this.fail(`Expected ${what}`);
  }

  expectEnd(): void {
    if (this.peek().kind !== 'end') this.fail('Expected an operator or the end');
  }

  /** Throws a syntax problem at the current token: `<expectation>, but found …`. */
  fail(expectation: string): never {
    const token = this.peek();
    const found = token.kind === 'end' ? 'the end' : quote(token.text);
    const hint =
      token.kind === 'operator' && token.text === '=' ? ' Use “==” to compare two values.' : '';
    throw problemAt(token, 'expression-syntax', `${expectation}, but found ${found}.${hint}`);
  }

  /** Runs `parse` one level deeper; throws `expression-too-deep` beyond `maxNesting`. */
  nest<Node>(parse: () => Node): Node {
    return nestWithin(this.#nesting, this.peek(), parse);
  }
}

/** Runs `parse` one level deeper; throws `expression-too-deep` at `at` beyond `maxNesting`. */
export function nestWithin<Node>(nesting: Nesting, at: Span, parse: () => Node): Node {
  if (nesting.depth >= maxNesting)
    throw problemAt(
      at,
      'expression-too-deep',
      `This is nested more than ${maxNesting} levels deep. Split it into several columns.`,
    );
  nesting.depth += 1;
  const node = parse();
  nesting.depth -= 1;
  return node;
}
