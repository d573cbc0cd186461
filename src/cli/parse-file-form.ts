/** The options that say how rows stand in a file: its parts, its names, where each row came from. */
import { parseSplit } from '#core/export/split-rows.ts';
import { UsageError } from './cli-host.ts';
import type { FileForm } from './write-rows.ts';

export const fileFormOptions = {
  split: { type: 'string' },
  'split-by': { type: 'string' },
  rename: { type: 'string', multiple: true },
  provenance: { type: 'boolean' },
} as const;

interface FileFormValues {
  readonly split?: string | undefined;
  readonly 'split-by'?: string | undefined;
  readonly rename?: readonly string[] | undefined;
  readonly provenance?: boolean | undefined;
}

/** Throws `UsageError` for what cannot be read; whether the design has the columns is not known here. */
export function parseFileForm(values: FileFormValues): FileForm {
  const split = values.split === undefined ? undefined : parseSplit(values.split);
  if (split?.ok === false) throw new UsageError(`--split cannot be read. ${split.error}`);
  if (split === undefined && values['split-by'] !== undefined)
    throw new UsageError('--split-by goes with --split.');
  return {
    split: split?.value,
    splitBy: values['split-by'],
    names: new Map((values.rename ?? []).map(parseRename)),
    hasProvenance: values.provenance === true,
  };
}

function parseRename(text: string): readonly [string, string] {
  const [, from = '', to = ''] = /^([^=]+)=(.+)$/s.exec(text) ?? [];
  if (from === '') throw new UsageError('--rename takes OLD=NEW, such as --rename title=name.');
  return [from.trim(), to.trim()];
}
