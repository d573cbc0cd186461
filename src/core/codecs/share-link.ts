/**
 * A design as an address: `#d=1.` and the compact JSON, deflated, in base64url. It stands after `#`,
 * so no server ever sees it. Reading one is bounded before any work and guesses nothing.
 */
import type { Diagnostic } from '#core/base/diagnostic.ts';
import { parseJson } from '#core/base/json.ts';
import { limits } from '#core/base/limits.ts';
import { failure, success, type Result } from '#core/base/result.ts';
import type { DatasetDesign } from '#core/design/design.ts';
import { restoreDesign, type RestoredDesign } from '#core/design/restore.ts';
import { decodeBase64Url, encodeBase64Url } from './base64url.ts';
import { deflateRaw, inflateRaw } from './deflate.ts';
import { designValue } from './design-value.ts';

const linkVersion = 1;

/** Room for `d=1.` before the payload. */
const longestPrefix = 8;

export interface ShareLink {
  readonly link: string;
  /** Length of the whole link. */
  readonly characters: number;
  /** An error when the design is too large for a link; such a link will not open. */
  readonly notices: readonly Diagnostic[];
}

/** `baseUrl` is the address of the app; its own query stays, its fragment is replaced. Only the design goes in. */
export async function encodeShareLink(design: DatasetDesign, baseUrl: string): Promise<ShareLink> {
  const bytes = new TextEncoder().encode(JSON.stringify(designValue(design)));
  const payload = encodeBase64Url(await deflateRaw(bytes));
  const link = `${baseUrl.replace(/#.*$/s, '')}#d=${linkVersion}.${payload}`;
  const isTooLarge = payload.length > limits.linkLength || bytes.length > limits.linkInflatedBytes;
  const notices = isTooLarge
    ? [
        problem(
          'link-too-large',
          'This design is too large for a link. Share it as a file instead.',
        ),
      ]
    : [];
  return { link, characters: link.length, notices };
}

/** Takes a whole address, its fragment, or the bare payload. Never rejects. */
export async function decodeShareLink(
  text: string,
): Promise<Result<RestoredDesign, readonly Diagnostic[]>> {
  const found = findPayload(text.trim());
  if (!found.ok) return failure([found.error]);
  const bytes = decodeBase64Url(found.value.payload);
  if (bytes === undefined || bytes.length === 0) return failure([incomplete()]);
  const inflated = await inflateRaw(bytes, limits.linkInflatedBytes);
  if (!inflated.ok) return failure([inflated.error === 'too-large' ? tooLarge() : incomplete()]);
  const json = decodeText(inflated.value);
  const parsed =
    json === undefined
      ? undefined
      : parseJson(json, { maxDepth: limits.designDepth, maxNodes: limits.designNodes });
  if (parsed === undefined || (!parsed.ok && parsed.error.code === 'json-syntax'))
    return failure([incomplete()]);
  if (!parsed.ok) return failure([problem(parsed.error.code, parsed.error.message)]);
  const restored = restoreDesign(parsed.value);
  if (!restored.ok) return restored;
  const { design, notices } = restored.value;
  return success({ design, notices: [...found.value.notices, ...notices] });
}

interface Payload {
  readonly payload: string;
  readonly notices: readonly Diagnostic[];
}

function findPayload(text: string): Result<Payload, Diagnostic> {
  const hasFragment = text.includes('#');
  const fragment = hasFragment ? text.slice(text.indexOf('#') + 1) : text;
  if (fragment.length > limits.linkLength + longestPrefix) return failure(tooLarge());
  if (!hasFragment && /[?&]d=/.test(text))
    return failure(
      problem(
        'link-in-query',
        'This link is damaged: its design stands after ? instead of after #.',
      ),
    );
  const parts = fragment.split(/[#&]/).flatMap((part) => /^d=(.*)$/s.exec(part)?.[1] ?? []);
  const chosen = parts[0] ?? (/^\d+\./.test(fragment) ? fragment : '');
  const payload = readPayload(chosen);
  return payload.ok
    ? success({ payload: payload.value, notices: parts.length > 1 ? [severalDesigns()] : [] })
    : payload;
}

function readPayload(part: string): Result<string, Diagnostic> {
  if (part === '') return failure(problem('link-empty', 'There is no design in this link.'));
  const [, version = '', payload = ''] = /^(\d+)\.(.*)$/s.exec(part) ?? [];
  if (Number(version) > linkVersion)
    return failure(
      problem(
        'version-newer',
        'This link was made by a newer Rowsmith. Update Rowsmith to open it.',
      ),
    );
  if (Number(version) !== linkVersion) return failure(incomplete());
  return payload.length > limits.linkLength ? failure(tooLarge()) : success(payload);
}

function decodeText(bytes: Uint8Array<ArrayBuffer>): string | undefined {
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(bytes);
  } catch {
    // Bytes that are no UTF-8 are no design of ours.
    return undefined;
  }
}

function tooLarge(): Diagnostic {
  return problem(
    'link-too-large',
    `The link is too large: at most ${limits.linkLength.toLocaleString('en')} characters and 1 MB of design. Ask for a file instead.`,
  );
}

function incomplete(): Diagnostic {
  return problem(
    'link-incomplete',
    'The link is incomplete or damaged. Copy it again from its start to its end.',
  );
}

function severalDesigns(): Diagnostic {
  return {
    path: [],
    code: 'several-designs',
    severity: 'warning',
    message: 'The link holds more than one design; the first was opened.',
  };
}

function problem(code: string, message: string): Diagnostic {
  return { path: [], code, severity: 'error', message };
}
