/** Designs to begin with, one for each thing that Oumi is used for. They are configurations, and run on the demo model. */
import { invariant } from '#core/base/invariant.ts';
import { oumiYaml } from '#core/codecs/oumi/oumi-yaml.ts';
import type { DatasetDesign } from '#core/design/design.ts';
import type { RecipeId } from '#state/samples/recipe-id.ts';
import { augmentation } from './augmentation.ts';
import { conversation } from './conversation.ts';
import { domainAdaptation } from './domain-adaptation.ts';
import { dynamicFewShot } from './dynamic-few-shot.ts';
import { instructionFollowing } from './instruction-following.ts';
import { questionAnswering } from './question-answering.ts';
import { toolUse } from './tool-use.ts';

const texts: Readonly<Record<RecipeId, string>> = {
  'question-answering': questionAnswering,
  augmentation,
  'instruction-following': instructionFollowing,
  conversation,
  'domain-adaptation': domainAdaptation,
  'dynamic-few-shot': dynamicFewShot,
  'tool-use': toolUse,
};

/** The design of a recipe, on the demo model, so that it runs without a key. */
export function recipeDesign(id: RecipeId, name: string): DatasetDesign {
  const opened = oumiYaml.decode(texts[id]);
  invariant(opened.ok, 'a recipe can be read');
  const { design } = opened.value;
  const models = design.models.map((model) => ({ ...model, provider: 'demo', model: '' }));
  return { ...design, name, models };
}
