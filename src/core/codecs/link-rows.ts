/**
 * A few rows that travel with a design in a link, as a taste: `&r=1.` behind the design, packed like it.
 * Older releases pass over it. Only what models wrote is in it; sampled values follow from the seed.
 */
import { isForbiddenKey, isJsonObject, parseJson, type JsonObject } from '#core/base/json.ts';
import { limits } from '#core/base/limits.ts';
import type { DatasetDesign } from '#core/design/design.ts';
import { decodeBase64Url, encodeBase64Url } from './base64url.ts';
import { deflateRaw, inflateRaw } from './deflate.ts';

export interface LinkRow {
  /** 0-based. */
  readonly row: number;
  /** By column id. */
  readonly cells: JsonObject;
  /** Id of the provider whose model wrote it, so that rows of the demo model stay labelled. */
  readonly madeBy?: string | undefined;
}

/** By call id. */
export type LinkRows = Readonly<Record<string, readonly LinkRow[]>>;

/** Most rows of a call that are read out of a link. */
const mostRows = 20;
const version = 1;

/** `&r=1.…`, to stand behind the design. */
export async function encodeLinkRows(rows: LinkRows): Promise<string> {
  const told = Object.entries(rows).map(([callId, list]) => [
    callId,
    list.map(({ row, cells, madeBy = '' }) => [row, cells, madeBy]),
  ]);
  const bytes = new TextEncoder().encode(JSON.stringify(Object.fromEntries(told)));
  return `&r=${version}.${encodeBase64Url(await deflateRaw(bytes))}`;
}

/** The rows of a fragment that belong to calls and columns of the design; undefined where they cannot be read. Never rejects. */
export async function decodeLinkRows(
  fragment: string,
  design: DatasetDesign,
): Promise<LinkRows | undefined> {
  const payload = /(?:^|&)r=1\.([^&#]*)/.exec(fragment)?.[1];
  const bytes = payload === undefined ? undefined : decodeBase64Url(payload);
  if (bytes === undefined || bytes.length === 0) return undefined;
  const inflated = await inflateRaw(bytes, limits.linkInflatedBytes);
  if (!inflated.ok) return undefined;
  const parsed = parseJson(new TextDecoder().decode(inflated.value), {
    maxDepth: limits.designDepth,
    maxNodes: limits.designNodes,
  });
  if (!parsed.ok || !isJsonObject(parsed.value)) return undefined;
  return restoreRows(parsed.value, design);
}

function restoreRows(told: JsonObject, design: DatasetDesign): LinkRows {
  return Object.fromEntries(
    design.calls.flatMap(({ id }) => {
      const list: unknown = Object.hasOwn(told, id) ? told[id] : undefined;
      if (!Array.isArray(list)) return [];
      const written = design.columns.filter(
        ({ fill }) => fill.kind === 'generated' && fill.call === id,
      );
      const known = new Set(written.map((column) => column.id));
      const rows = (list as readonly unknown[])
        .slice(0, mostRows)
        .flatMap((item) => restoreRow(item, { known, rowCount: design.rows }) ?? []);
      return rows.length === 0 ? [] : [[id, rows]];
    }),
  );
}

interface Expected {
  readonly known: ReadonlySet<string>;
  readonly rowCount: number;
}

function restoreRow(item: unknown, { known, rowCount }: Expected): LinkRow | undefined {
  if (!Array.isArray(item)) return undefined;
  const [row, told, madeBy] = item as readonly unknown[];
  if (typeof row !== 'number' || !Number.isInteger(row) || row < 0 || row >= rowCount)
    return undefined;
  if (!isJsonObject(told)) return undefined;
  const cells = Object.fromEntries(
    Object.entries(told).filter(([id]) => known.has(id) && !isForbiddenKey(id)),
  );
  const maker = typeof madeBy === 'string' && madeBy !== '' ? { madeBy } : {};
  return Object.keys(cells).length === 0 ? undefined : { row, cells, ...maker };
}
