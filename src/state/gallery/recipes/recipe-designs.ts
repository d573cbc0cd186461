/** Designs in the manner of Oumi, one for each thing it is used for. They are configurations, on the demo model until another is chosen. */
import { invariant } from '#core/base/invariant.ts';
import { oumiYaml } from '#core/codecs/oumi/oumi-yaml.ts';
import type { DatasetDesign } from '#core/design/design.ts';
import { augmentation } from './augmentation.ts';
import { conversation } from './conversation.ts';
import { domainAdaptation } from './domain-adaptation.ts';
import { dynamicFewShot } from './dynamic-few-shot.ts';
import { instructionFollowing } from './instruction-following.ts';
import { questionAnswering } from './question-answering.ts';
import type { Recipe } from './recipe.ts';
import { toolUse } from './tool-use.ts';

export const recipes: Readonly<Record<string, Recipe>> = {
  'question-answering': questionAnswering,
  augmentation,
  'instruction-following': instructionFollowing,
  conversation,
  'domain-adaptation': domainAdaptation,
  'dynamic-few-shot': dynamicFewShot,
  'tool-use': toolUse,
};

export function recipeDesign({ config, title }: Recipe): DatasetDesign {
  const opened = oumiYaml.decode(config);
  invariant(opened.ok, 'a recipe can be read');
  const { design } = opened.value;
  const models = design.models.map((model) => ({ ...model, provider: 'demo', model: '' }));
  return { ...design, name: title, models };
}
