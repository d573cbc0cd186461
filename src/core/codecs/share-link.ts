/**
 * A design as an address: `#d=1.` and the compact JSON, deflated, in base64url. It stands after `#`,
 * so no server ever sees it. A few rows may follow it. Reading one is bounded before any work and guesses nothing.
 */
import type { Diagnostic } from '#core/base/diagnostic.ts';
import { parseJson } from '#core/base/json.ts';
import { limits } from '#core/base/limits.ts';
import { failure, success, type Result } from '#core/base/result.ts';
import type { DatasetDesign } from '#core/design/design.ts';
import { restoreDesign, type RestoredDesign } from '#core/design/restore.ts';
import { decodeBase64Url, encodeBase64Url } from './base64url.ts';
import { deflateRaw, inflateRaw } from './deflate.ts';
import type { LinkRows } from './link-rows.ts';
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

/**
 * `baseUrl` is the address of the app; its own query stays, its fragment is replaced. Only the design goes
 * in, and `rows` where the user wants a taste of them.
 */
export async function encodeShareLink(
  design: DatasetDesign,
  baseUrl: string,
  rows: LinkRows = {},
): Promise<ShareLink> {
  const bytes = new TextEncoder().encode(JSON.stringify(designValue(design)));
  const payload = encodeBase64Url(await deflateRaw(bytes));
  const taste = await packRows(rows);
  const link = `${baseUrl.replace(/#.*$/s, '')}#d=${linkVersion}.${payload}${taste}`;
  const isTooLarge =
    payload.length + taste.length > limits.linkLength || bytes.length > limits.linkInflatedBytes;
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

/** Few links have rows, so what packs them is loaded when one does. */
async function packRows(rows: LinkRows): Promise<string> {
  if (Object.values(rows).every((list) => list.length === 0)) return '';
  const { encodeLinkRows } = await import('./link-rows.ts');
  return encodeLinkRows(rows);
}

export interface SharedDesign extends RestoredDesign {
  /** What models wrote in the first rows, where the link has some. */
  readonly rows?: LinkRows;
}

/** Takes a whole address, its fragment, or the bare payload. Never rejects. */
export async function decodeShareLink(
  text: string,
): Promise<Result<SharedDesign, readonly Diagnostic[]>> {
  const found = findPayload(text.trim());
  if (!found.ok) return failure([found.error]);
  const bytes = decodeBase64Url(found.value.payload);
  if (bytes === undefined || bytes.length === 0) return failure([incomplete()]);
  const inflated = await inflateRaw(bytes, limits.linkInflatedBytes);
  if (!inflated.ok) return failure([inflated.error === 'too-large' ? tooLarge() : incomplete()]);
  const parsed = parseText(inflated.value);
  if (parsed === undefined || (!parsed.ok && parsed.error.code === 'json-syntax'))
    return failure([incomplete()]);
  if (!parsed.ok) return failure([problem(parsed.error.code, parsed.error.message)]);
  const restored = restoreDesign(parsed.value);
  if (!restored.ok) return restored;
  const { design, notices } = restored.value;
  const shared = { design, notices: [...found.value.notices, ...notices] };
  return success(await withRows(shared, fragmentOf(text.trim())));
}

/** A taste that cannot be read costs nothing but itself. */
async function withRows(shared: SharedDesign, fragment: string): Promise<SharedDesign> {
  if (!/(?:^|&)r=/.test(fragment)) return shared;
  const { decodeLinkRows } = await import('./link-rows.ts');
  const rows = await decodeLinkRows(fragment, shared.design);
  return rows === undefined
    ? { ...shared, notices: [...shared.notices, rowsLost()] }
    : { ...shared, rows };
}

interface Payload {
  readonly payload: string;
  readonly notices: readonly Diagnostic[];
}

function fragmentOf(text: string): string {
  return text.slice(text.indexOf('#') + 1);
}

function findPayload(text: string): Result<Payload, Diagnostic> {
  const hasFragment = text.includes('#');
  const fragment = fragmentOf(text);
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

function parseText(bytes: Uint8Array<ArrayBuffer>): ReturnType<typeof parseJson> | undefined {
  try {
    const text = new TextDecoder('utf-8', { fatal: true }).decode(bytes);
    return parseJson(text, { maxDepth: limits.designDepth, maxNodes: limits.designNodes });
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

function rowsLost(): Diagnostic {
  return {
    path: [],
    code: 'link-rows-lost',
    severity: 'warning',
    message: 'The rows in this link could not be read. The design is whole.',
  };
}

function problem(code: string, message: string): Diagnostic {
  return { path: [], code, severity: 'error', message };
}
