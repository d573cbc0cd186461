import { textPieces, type TextManner } from './text-tints.ts';

interface TintedTextProps {
  readonly text: string;
  /** Undefined for text that is shown as it is. */
  readonly manner: TextManner | undefined;
}

/** Text of a data file with its values told apart; its colours are `valueTints` of what it stands in. */
export function TintedText({ text, manner }: TintedTextProps) {
  if (manner === undefined) return text;
  return textPieces(text, manner).map(({ kind, text: piece }, index) =>
    kind === 'rest' ? (
      piece
    ) : (
      <span key={index} data-value={kind}>
        {piece}
      </span>
    ),
  );
}
