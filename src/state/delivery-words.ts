/** The ways to ask for rows, as a choice on the screen: of a model alias, and of a call that differs from it. */

/** Stands for "nothing said", which is a choice too. */
export const unsaid = 'unsaid';

/** `label` says what holds when nothing is chosen. */
export function deliveryOptions(label: string, secondary?: string) {
  return [
    { value: unsaid, label, ...(secondary === undefined ? {} : { secondary }) },
    { value: 'json-schema', label: 'JSON by schema' },
    { value: 'json', label: 'JSON object' },
    { value: 'text-json', label: 'JSON by the prompt alone' },
    { value: 'csv', label: 'CSV text', secondary: 'for small models without JSON' },
  ] as const;
}
