/** Whom a draft can be asked of, as choices of a select. */
import type { ModelAlias } from '#core/design/design.ts';

/** Stands for a model that is not in the design yet: Model settings opens. */
export const anotherModel = '+';

export interface ModelChoice {
  /** The alias, or `anotherModel`. */
  readonly value: string;
  readonly label: string;
  readonly secondary?: string;
}

export function draftModelChoices(models: readonly ModelAlias[]): readonly ModelChoice[] {
  return [
    ...models.map(({ alias, provider, model }): ModelChoice => {
      if (provider === 'demo') return { value: alias, label: 'Demo model', secondary: 'free' };
      return { value: alias, label: model === '' ? alias : model, secondary: alias };
    }),
    { value: anotherModel, label: 'Another model' },
  ];
}
