/**
 * What one model at one endpoint has refused so far. Starts from the provider table and only ever
 * narrows, so a request that adapts itself comes to an end.
 */
import type { ErrorBody } from './error-body.ts';
import type { Provider, StructuredOutput, TokenField } from './providers.ts';

export interface AcceptedParameters {
  readonly structuredOutput: StructuredOutput;
  readonly isStrict: boolean;
  /** Undefined: no token limit is sent. */
  readonly tokenField: TokenField | undefined;
  /** The other name of the token field was refused already. */
  readonly isTokenFieldRenamed: boolean;
  readonly hasStreamOptions: boolean;
  readonly hasTemperature: boolean;
  readonly hasTopP: boolean;
}

/** What models accept, by endpoint and model, for as long as the host keeps it. */
export type CapabilityMemory = Map<string, AcceptedParameters>;

/** The key of one model at one endpoint. */
export function capabilityKey(baseUrl: string, model: string): string {
  return JSON.stringify([baseUrl, model]);
}

/** What the provider table promises, before the endpoint has said anything. */
export function initialCapabilities(provider: Provider): AcceptedParameters {
  return {
    structuredOutput: provider.quirks.structuredOutput,
    isStrict: true,
    tokenField: provider.quirks.tokenField,
    isTokenFieldRenamed: false,
    hasStreamOptions: provider.quirks.hasStreamOptions,
    hasTemperature: true,
    hasTopP: true,
  };
}

/** Words by which servers say that they do not know a parameter, unlike a value that is out of bounds. */
const refusalWords =
  /unsupported|unknown|unrecogni[sz]ed|unexpected|not (?:\w+ )?(?:support|permitted|allowed|accept|available|compatible|implemented)|n't (?:be )?(?:support|accept|use)|cannot be|extra (?:inputs|fields)|additional properties|invalid (?:parameter|param|field|argument)|instead|no endpoints/i;

const schemaWords =
  /response_format|responseformat|json_schema|json schema|structured[ _]output|guided|grammar|invalid schema|json mode|json_object|no endpoints found/i;

/**
 * The capabilities left after a 400, 404 or 422 that names a parameter; undefined when the message
 * names none that could be dropped or renamed, which means that the request itself is wrong.
 */
export function narrowCapabilities(
  current: AcceptedParameters,
  body: ErrorBody,
): AcceptedParameters | undefined {
  const text = `${body.param} ${body.message}`;
  if (schemaWords.test(text)) return narrowStructure(current, text);
  if (!refusalWords.test(text)) return undefined;
  if (current.hasStreamOptions && /stream_options|include_usage/i.test(text))
    return { ...current, hasStreamOptions: false };
  if (current.tokenField !== undefined && /max_(?:completion_)?tokens/i.test(text))
    return narrowTokenField(current, text);
  if (current.hasTemperature && /temperature/i.test(text))
    return { ...current, hasTemperature: false };
  if (current.hasTopP && /top_p/i.test(text)) return { ...current, hasTopP: false };
  return undefined;
}

function narrowStructure(
  current: AcceptedParameters,
  text: string,
): AcceptedParameters | undefined {
  if (current.structuredOutput === 'none') return undefined;
  if (current.structuredOutput === 'json-object') return { ...current, structuredOutput: 'none' };
  if (current.isStrict && /\bstrict\b/i.test(text)) return { ...current, isStrict: false };
  return { ...current, structuredOutput: 'json-object' };
}

function narrowTokenField(current: AcceptedParameters, text: string): AcceptedParameters {
  const other =
    current.tokenField === 'max_tokens' ? 'max_completion_tokens' : ('max_tokens' as const);
  const isOtherNamed = new RegExp(`\\b${other}\\b`, 'i').test(text);
  const canRename = !current.isTokenFieldRenamed && (isOtherNamed || other === 'max_tokens');
  return canRename
    ? { ...current, tokenField: other, isTokenFieldRenamed: true }
    : { ...current, tokenField: undefined };
}
