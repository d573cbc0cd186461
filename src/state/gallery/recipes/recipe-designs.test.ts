import { describe, expect, it } from 'vitest';
import { oumiYaml, openConfig } from '#core/codecs/oumi/oumi-yaml.ts';
import { checkDesign } from '#core/design/check.ts';
import { createDataset } from '#core/engine/dataset.ts';
import { recipeDesign, recipes } from './recipe-designs.ts';

describe.each(Object.entries(recipes))('the recipe %s', (_, recipe) => {
  const design = recipeDesign(recipe);

  it('checks clean and can be drawn', () => {
    expect(checkDesign(design)).toEqual([]);
    const dataset = createDataset(design);
    if (!dataset.ok) throw new Error(dataset.error[0]?.message);
    dataset.value.plan(design.rows);
    const { store } = dataset.value;
    for (const { id: column, fill } of design.columns)
      if (fill.kind === 'category') expect(store.value(column, 0)).toBeTypeOf('string');
  });

  it('is a configuration that Oumi takes, without a warning', () => {
    const opened = openConfig(design.origin?.text ?? '');
    expect(opened.ok && opened.value.notices.map(({ message }) => message)).toEqual([]);
  });

  it('comes back from its own export', () => {
    const again = oumiYaml.decode(oumiYaml.encode(design).text);
    expect(again.ok && again.value.design.columns).toEqual(design.columns);
    expect(again.ok && again.value.design.calls).toEqual(design.calls);
  });
});
