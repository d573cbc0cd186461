/** Which names a parameter for a model's provider may not have. */

/** What Rowsmith itself says in a request, in any protocol. */
const reserved: ReadonlySet<string> = new Set([
  'model',
  'messages',
  'input',
  'contents',
  'instructions',
  'system',
  'systemInstruction',
  'system_instruction',
  'stream',
  'stream_options',
  'response_format',
  'responseMimeType',
  'responseSchema',
  'responseJsonSchema',
  'tools',
  'tool_choice',
  'toolConfig',
  'generationConfig',
  'n',
  'candidateCount',
  'background',
  'store',
]);

const credential =
  /^(x-?)?(api|access|secret|private|auth|goog)?[-_ ]?(api)?[-_ ]?(key|token|secret)s?$|^(proxy-)?authorization$|^(auth|bearer|credentials?|headers?|extra_headers|password|cookie)$/i;

/**
 * Why a parameter of this name is not passed on: `credential` when it looks like a place for a key,
 * which has no place in a design, `reserved` when Rowsmith says it itself; undefined when it may pass.
 */
export function refusedParameter(name: string): 'credential' | 'reserved' | undefined {
  if (credential.test(name)) return 'credential';
  return reserved.has(name) ? 'reserved' : undefined;
}
