/**
 * The border of the engine worker: whatever it posts or stores loses every key on the way out.
 * Providers echo keys, in error messages and even in answers, so this does not trust any text.
 */
import type { RunJournal } from '#core/engine/journal.ts';
import type { KeyVault } from './key-vault.ts';
import type { Channel } from './rpc.ts';

/** A copy of plain data with every key in its texts replaced; the same object where there is none. */
export function scrub<Value>(vault: Pick<KeyVault, 'redact'>, value: Value): Value {
  return scrubbed(vault, value) as Value;
}

function scrubbed(vault: Pick<KeyVault, 'redact'>, value: unknown): unknown {
  if (typeof value === 'string') return vault.redact(value);
  if (Array.isArray(value)) return scrubbedList(vault, value);
  return isPlainObject(value) ? scrubbedObject(vault, value) : value;
}

function scrubbedList(vault: Pick<KeyVault, 'redact'>, list: readonly unknown[]): unknown {
  const clean = list.map((item) => scrubbed(vault, item));
  return clean.some((item, index) => item !== list[index]) ? clean : list;
}

function scrubbedObject(
  vault: Pick<KeyVault, 'redact'>,
  value: Readonly<Record<string, unknown>>,
): unknown {
  const entries = Object.entries(value);
  const clean = entries.map(([name, item]) => [vault.redact(name), scrubbed(vault, item)] as const);
  const isChanged = clean.some(
    ([name, item], index) => name !== entries[index]?.[0] || item !== entries[index][1],
  );
  return isChanged ? Object.fromEntries(clean) : value;
}

/** Ports, blobs and typed arrays hold no text of ours and must keep their identity. */
function isPlainObject(value: unknown): value is Readonly<Record<string, unknown>> {
  if (typeof value !== 'object' || value === null) return false;
  const prototype: unknown = Object.getPrototypeOf(value);
  return prototype === Object.prototype || prototype === null;
}

/** The channel, with everything posted through it scrubbed. */
export function scrubbingChannel(channel: Channel, vault: KeyVault): Channel {
  return {
    postMessage: (message, options) => {
      channel.postMessage(scrub(vault, message), options);
    },
    addEventListener: (type, listener) => {
      channel.addEventListener(type, listener);
    },
    start: () => channel.start?.(),
  };
}

/** The journal, with everything written to it scrubbed. */
export function scrubbingJournal(journal: RunJournal, vault: KeyVault): RunJournal {
  return { append: (records) => journal.append(scrub(vault, records)) };
}
