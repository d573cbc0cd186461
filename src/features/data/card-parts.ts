/** Which columns stand where when a row is drawn as a card, on a screen too narrow for a table. */
import type { GridColumn } from '#ui/grid/grid-column.ts';

export interface CardParts {
  /** What one knows the row by. */
  readonly title: GridColumn;
  /** Beside it, at the right edge. */
  readonly figure: GridColumn | undefined;
  /** In one line, in the order of the table. */
  readonly facts: readonly GridColumn[];
  /** The longest text, over two lines. */
  readonly text: GridColumn | undefined;
}

const mostFacts = 4;
/** Fills that give sentences, lists or whole documents. */
const longFills: ReadonlySet<string> = new Set([
  'generated',
  'template',
  'list',
  'object',
  'chat',
  'postprocess',
  'shots',
]);

/** Undefined without columns. */
export function cardParts(columns: readonly GridColumn[]): CardParts | undefined {
  const text = columns.find(({ grows, align }) => grows === true && align !== 'right');
  const others = columns.filter((column) => column !== text);
  const title =
    others.find(({ strong }) => strong === true) ??
    others.find(({ align }) => align !== 'right') ??
    columns[0];
  if (title === undefined) return undefined;
  const figure = others.findLast((column) => column.align === 'right' && column !== title);
  const facts = others.filter(
    (column) => column !== title && column !== figure && !longFills.has(column.fillKind ?? ''),
  );
  return {
    title,
    figure,
    facts: facts.slice(0, mostFacts),
    text: text === title ? undefined : text,
  };
}

/** In px: a line for the title, one for facts, two for the text, and the space between cards. */
export function cardHeight({ facts, text }: CardParts): number {
  return 44 + (facts.length > 0 ? 20 : 0) + (text === undefined ? 0 : 42);
}
