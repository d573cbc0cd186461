/**
 * What one model at one endpoint has refused so far. Begins with nothing and only ever grows, so a
 * request that adapts itself comes to an end.
 */
import { isJsonObject, type JsonValue } from '#core/base/json.ts';
import type { ErrorBody } from './error-body.ts';
import type { Delivery } from './language-model.ts';
import type { ProviderQuirks, StructuredOutput, TokenField } from './providers.ts';

export interface AcceptedParameters {
  readonly refusedOutputs: readonly StructuredOutput[];
  /** Names in the body, as they were sent. */
  readonly refused: readonly string[];
  /** The schema is held to the letter; some servers know schemas, but not this word. */
  readonly isStrict: boolean;
  /** The most tokens the model says it can write. */
  readonly tokenLimit?: number | undefined;
}

/** What models accept, by endpoint and model, for as long as the host keeps it. */
export type CapabilityMemory = Map<string, AcceptedParameters>;

/** What is known before an endpoint has said anything. */
export const nothingRefused: AcceptedParameters = {
  refusedOutputs: [],
  refused: [],
  isStrict: true,
};

/** The key of one model at one endpoint. */
export function capabilityKey(baseUrl: string, model: string): string {
  return JSON.stringify([baseUrl, model]);
}

const outputOf: Readonly<Record<Delivery, StructuredOutput>> = {
  'json-schema': 'json-schema',
  json: 'json-object',
  'text-json': 'none',
  csv: 'none',
};

/** How the next answer is held to its shape: the strictest that is wanted, possible and not refused. */
export function outputFor(
  quirks: ProviderQuirks,
  accepted: AcceptedParameters,
  delivery: Delivery | undefined,
): StructuredOutput {
  const chain = chainFor(quirks, delivery);
  return chain.find((output) => !accepted.refusedOutputs.includes(output)) ?? 'none';
}

function chainFor(
  { outputs }: ProviderQuirks,
  delivery: Delivery | undefined,
): readonly StructuredOutput[] {
  if (delivery === undefined) return outputs;
  const wanted = outputOf[delivery];
  const index = outputs.indexOf(wanted);
  if (index !== -1) return outputs.slice(index);
  // A schema may be tried where the table does not promise one; any other form falls to plain text.
  return wanted === 'json-schema' ? [wanted, ...outputs] : ['none'];
}

/** The name of the token limit that is still accepted; undefined when none is. */
export function tokenFieldFor(
  { tokenFields }: ProviderQuirks,
  { refused }: AcceptedParameters,
): TokenField | undefined {
  return tokenFields.find((field) => !refused.includes(field));
}

/** Words by which servers say that they do not know a parameter, unlike a value that is out of bounds. */
const refusalWords =
  /unsupported|unknown|unrecogni[sz]ed|unexpected|deprecated|not (?:\w+ )?(?:support|permitted|allowed|accept|available|compatible|implemented)|n't (?:be )?(?:support|accept|use)|cannot (?:\w+ )?be|extra (?:inputs|fields)|additional properties|invalid (?:parameter|param|field|argument)|instead|no endpoints/i;

const schemaWords =
  /response_?format|output_config|output_format|text\.format|schema|structured[ _]outputs?|guided|grammar|json mode|json_object|response_?mime_?type|tool_choice|no endpoints found/i;

/** What a refused request had asked for. */
export interface SentRequest {
  readonly output: StructuredOutput;
  readonly body: JsonValue | undefined;
}

/**
 * What is known after a 400, 404 or 422 that names something which can be left out, renamed or lowered;
 * undefined when it names nothing of that kind, which means that the request itself is wrong.
 */
export function narrowCapabilities(
  current: AcceptedParameters,
  body: ErrorBody,
  sent: SentRequest,
): AcceptedParameters | undefined {
  const text = `${body.param} ${body.message}`;
  const tokenLimit = tokenLimitIn(text);
  if (tokenLimit !== undefined && tokenLimit < (current.tokenLimit ?? Number.POSITIVE_INFINITY))
    return { ...current, tokenLimit };
  if (sent.output !== 'none' && schemaWords.test(text)) return narrowOutput(current, text, sent);
  if (!refusalWords.test(text)) return undefined;
  const name = namesIn(sent.body).find(
    (candidate) => !current.refused.includes(candidate) && isNamed(candidate, text),
  );
  return name === undefined ? undefined : { ...current, refused: [...current.refused, name] };
}

function narrowOutput(
  current: AcceptedParameters,
  text: string,
  { output }: SentRequest,
): AcceptedParameters {
  if (output === 'json-schema' && current.isStrict && /\bstrict\b/i.test(text))
    return { ...current, isStrict: false };
  return { ...current, refusedOutputs: [...current.refusedOutputs, output] };
}

/** The ceiling in words such as “max_tokens: 16000 > 8192, which is the maximum”. */
function tokenLimitIn(text: string): number | undefined {
  const found =
    /max_(?:output_|completion_)?tokens\W{0,3}\s*\d{1,9}\s*>\s*(\d{1,9})\b/i.exec(text)?.[1] ??
    /max_?(?:output_?|completion_?)?tokens.{0,60}?(?:at most|less than or equal to|maximum of|<=)\s*(\d{1,9})\b/i.exec(
      text,
    )?.[1];
  const limit = Number(found ?? 0);
  return limit > 0 ? limit : undefined;
}

/** What a request cannot be without, or what is narrowed in another way; everything else can be left out. */
const essential: ReadonlySet<string> = new Set([
  'model',
  'messages',
  'input',
  'contents',
  'instructions',
  'system',
  'systemInstruction',
  'stream',
  'response_format',
  'text',
  'output_config',
  'tools',
  'tool_choice',
  'generationConfig',
  'responseMimeType',
  'responseJsonSchema',
  'provider',
]);

/** Names in a body that can be left out. What models refuse most often together comes first. */
function namesIn(body: JsonValue | undefined): readonly string[] {
  if (!isJsonObject(body)) return [];
  const inner = isJsonObject(body.generationConfig) ? Object.keys(body.generationConfig) : [];
  const names = [...Object.keys(body), ...inner].filter((name) => !essential.has(name));
  // Where temperature and top_p may not come together, temperature is the one people mean.
  return names.sort((left, right) => Number(isTopP(right)) - Number(isTopP(left)));
}

function isTopP(name: string): boolean {
  return name === 'top_p' || name === 'topP';
}

const innerNames: Readonly<Record<string, RegExp>> = {
  stream_options: /include_?usage/i,
};

function isNamed(name: string, text: string): boolean {
  if (innerNames[name]?.test(text) === true) return true;
  const escaped = name.replace(/[.*+?^${}()|[\]\\]/g, '\\$&');
  const snake = escaped.replace(/[A-Z]/g, (letter) => `_${letter.toLowerCase()}`);
  return new RegExp(`(?<![\\w])(?:${escaped}|${snake})(?![\\w])`, 'i').test(text);
}

/** What a model has refused, as words for people; empty when it takes everything. */
export function describeRefusals({
  refusedOutputs,
  refused,
  isStrict,
  tokenLimit,
}: AcceptedParameters): readonly string[] {
  return [
    ...(refusedOutputs.includes('json-schema') ? ['no answer schema'] : []),
    ...(refusedOutputs.includes('json-object') ? ['no JSON mode'] : []),
    ...(isStrict ? [] : ['no strict schema']),
    ...refused.map((name) => `no ${name}`),
    ...(tokenLimit === undefined ? [] : [`at most ${tokenLimit.toLocaleString('en')} tokens`]),
  ];
}
