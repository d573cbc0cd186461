/** The columns that a text reads. */
import type { DatasetDesign } from '#core/design/design.ts';
import type { DesignText } from '#core/design/design-texts.ts';
import { namesIn } from '#core/design/references.ts';
import type { Input } from './cell-draw.ts';

/** Each column once, in the order of the text; unknown names are left out, evaluating them says what is wrong. */
export function textInputs(
  design: DatasetDesign,
  text: Pick<DesignText, 'language' | 'text'>,
): readonly Input[] {
  const byName = new Map(design.columns.map(({ id, name }) => [name, { id, name }]));
  const found = new Set(namesIn(text).flatMap(({ name }) => byName.get(name) ?? []));
  return [...found];
}
