/** Data Designer names providers as its user has set them up; these are the names that mean the same here. */

const byName: Readonly<Record<string, string>> = {
  openai: 'openai',
  anthropic: 'anthropic',
  openrouter: 'openrouter',
  google: 'google',
  gemini: 'google',
  deepseek: 'deepseek',
  fireworks: 'fireworks',
  together: 'together',
};

/** The id of a provider here; one that is reached by its address for any other name. */
export function providerOf(name: string): string {
  const plain = name.toLowerCase();
  return Object.hasOwn(byName, plain) ? (byName[plain] ?? '') : 'openai-compatible';
}
