/** The recipes by name; their texts are loaded when one is opened. */
export const recipeIds = [
  'question-answering',
  'augmentation',
  'instruction-following',
  'conversation',
  'domain-adaptation',
  'dynamic-few-shot',
  'tool-use',
] as const;

export type RecipeId = (typeof recipeIds)[number];
