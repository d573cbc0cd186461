/** The draw of a column that is another column's text, cleaned. */
import type { Column, DatasetDesign } from '#core/design/design.ts';
import type { FillOf } from '#core/design/fill.ts';
import { inputRefusal, Refusal, type Draw } from '#core/engine/cell-draw.ts';
import { describeValue } from '#core/expression/value.ts';
import { createPostprocess } from './apply-postprocess.ts';

interface DrawContext {
  readonly design: DatasetDesign;
  readonly column: Column;
}

export function createPostprocessDraw(fill: FillOf<'postprocess'>, { design }: DrawContext): Draw {
  const source = design.columns.find(({ id }) => id === fill.column);
  const clean = createPostprocess(fill);
  if (!clean.ok || source === undefined) {
    const reason = clean.ok ? 'The column it cleans does not exist.' : clean.error.message;
    const refusal = new Refusal('failed', reason);
    return () => refusal;
  }
  const inputs = [{ id: source.id, name: source.name }];
  return (_row, view) => {
    const refusal = inputRefusal(inputs, view);
    if (refusal !== undefined) return refusal;
    const text = view.value(source.id) ?? null;
    if (text === null) return null;
    if (typeof text === 'string') return clean.value(text);
    return new Refusal(
      'failed',
      `${source.name} is ${describeValue(text)}, and only a text can be cleaned.`,
    );
  };
}
