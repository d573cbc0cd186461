/**
 * The gateway for designs from files, links, storage, paste and the editor: bounded, identified,
 * repaired, restored item by item and frozen. One bad item is a notice, never the end of the document.
 */
import type { Diagnostic, JsonPath } from '#core/base/diagnostic.ts';
import { isJsonObject } from '#core/base/json.ts';
import { refusedParameter } from '#core/base/request-parameter.ts';
import { failure, success, type Result } from '#core/base/result.ts';
import type { DatasetDesign } from './design.ts';
import { designSchema } from './design-schema.ts';
import { parseEndpoint } from './endpoint.ts';
import { deepFreeze } from './freeze.ts';
import { identifyDesign } from './identify.ts';
import { createNoticeList, type NoticeList } from './notice-list.ts';
import { itemsOf, textOf, type RawRecord } from './raw.ts';
import { repairDesign } from './repair.ts';
import { restoreValue } from './restore-value.ts';
import { spellOutShorthands } from './shorthands.ts';
import { snapshotOf } from './snapshot.ts';

export interface RestoredDesign {
  /** Deeply frozen; satisfies `designSchema`; shares nothing with the input. */
  readonly design: DatasetDesign;
  /** What was mended (warning) or lost (error), each at its path in the input. */
  readonly notices: readonly Diagnostic[];
}

/**
 * Restores any value. Never throws. Fails only when the whole is unusable: too large, too deep, made
 * by a newer release, or no design at all; the failure then says which.
 */
export function restoreDesign(input: unknown): Result<RestoredDesign, readonly Diagnostic[]> {
  const notices = createNoticeList();
  const snapshot = snapshotOf(input, notices);
  if (!snapshot.ok) return failure([snapshot.error]);
  const identified = identifyDesign(snapshot.value, notices);
  if (!identified.ok) return failure([identified.error]);
  const raw = identified.value;
  spellOutShorthands(raw);
  repairDesign(raw, notices);
  dropCredentials(raw, notices);
  const restored = restoreValue(designSchema, raw, { path: [], notices });
  if (!restored.ok)
    return failure([{ ...restored.error, code: 'not-a-design', severity: 'error' }]);
  // restoreValue builds exactly what the schema describes; the property tests hold it to that.
  return success({ design: deepFreeze(restored.value as DatasetDesign), notices: notices.items });
}

/** An address with a password in it, or a key among parameters, would travel in links and files, so it stops here. */
function dropCredentials(design: RawRecord, notices: NoticeList): void {
  for (const { record, path } of itemsOf(design, 'models')) {
    dropKeys(record, { path, notices });
    const endpoint = textOf(record, 'endpoint');
    const parsed = endpoint === undefined ? undefined : parseEndpoint(endpoint);
    if (parsed === undefined || parsed.ok || parsed.error.code !== 'endpoint-credentials') continue;
    Reflect.deleteProperty(record, 'endpoint');
    notices.add('error', 'key-in-design', {
      path: [...path, 'endpoint'],
      message: `${parsed.error.message} The address was left out.`,
    });
  }
}

function dropKeys(
  model: RawRecord,
  { path, notices }: { readonly path: JsonPath; readonly notices: NoticeList },
): void {
  const { parameters } = model;
  if (!isJsonObject(parameters)) return;
  for (const name of Object.keys(parameters)) {
    if (refusedParameter(name) !== 'credential') continue;
    Reflect.deleteProperty(parameters, name);
    notices.add('error', 'key-in-design', {
      path: [...path, 'parameters', name],
      message: `Keys never live in a design: “${name}” was left out. Keys are typed in Model settings.`,
    });
  }
}
