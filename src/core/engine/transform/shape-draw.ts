/** The draws of lists, objects and chats that are put together from templates. */
import type { JsonObject, JsonValue } from '#core/base/json.ts';
import type { RandomStream } from '#core/base/random.ts';
import { templateLanguage } from '#core/design/design-texts.ts';
import type { Column, DatasetDesign } from '#core/design/design.ts';
import type { FillOf } from '#core/design/fill.ts';
import { parseAs } from '#core/design/parse-text.ts';
import { fillTemplates } from '#core/design/template-parts.ts';
import { inputRefusal, Refusal, type Draw } from '#core/engine/cell-draw.ts';
import { textInputs } from '#core/engine/text-inputs.ts';
import { uuidAt } from '#core/engine/sample/uuid-sampler.ts';
import { createBudget } from '#core/expression/budget.ts';
import { ExpressionError } from '#core/expression/problem.ts';
import { compileTemplate } from '#core/expression/render.ts';
import { derivedScope } from './derived-scope.ts';

type ShapeFill = FillOf<'list' | 'object' | 'chat'>;

interface DrawContext {
  readonly design: DatasetDesign;
  readonly column: Column;
  readonly random: RandomStream;
}

export function createShapeDraw(fill: ShapeFill, { design, column, random }: DrawContext): Draw {
  const language = templateLanguage(design);
  const templates = fillTemplates(fill).map(({ text }) => ({
    text,
    parsed: parseAs(language, text),
  }));
  const renders = templates.flatMap(({ parsed }) =>
    parsed.ok ? [compileTemplate(parsed.value)] : [],
  );
  const broken = templates.find(({ parsed }) => !parsed.ok)?.parsed;
  if (broken?.ok === false) {
    const refusal = new Refusal('failed', broken.error.message);
    return () => refusal;
  }
  const inputs = templates.flatMap(({ text }) => textInputs(design, { language, text }));
  const scopeOf = derivedScope(design);
  return (row, view) => {
    const refusal = inputRefusal(inputs, view);
    if (refusal !== undefined) return refusal;
    try {
      const scope = scopeOf(view.scope);
      const budget = createBudget();
      const texts = renders.map((render) => render(scope, budget));
      return shape(fill, texts, () => `${column.name}-${uuidAt(random, row)}`);
    } catch (error) {
      if (error instanceof ExpressionError) return new Refusal('failed', error.message);
      throw error;
    }
  };
}

/** `texts` in the order of `fillTemplates`. */
function shape(fill: ShapeFill, texts: readonly string[], createId: () => string): JsonValue {
  switch (fill.kind) {
    case 'list':
      return texts;
    case 'object':
      return entriesOf(Object.keys(fill.entries), texts);
    case 'chat':
      return {
        conversation_id: fill.conversationId ?? createId(),
        messages: fill.messages.map(({ role }, index) => ({ content: texts[index] ?? '', role })),
        metadata: entriesOf(Object.keys(fill.metadata), texts.slice(fill.messages.length)),
      };
  }
}

function entriesOf(keys: readonly string[], texts: readonly string[]): JsonObject {
  return Object.fromEntries(keys.map((key, index) => [key, texts[index] ?? '']));
}
