/** The options that say how rows stand in a file: its parts, its names, where each row came from. */
import { canNest, type FileFormat } from '#core/export/file-format.ts';
import { parseSplit } from '#core/export/split-rows.ts';
import { trainingForms } from '#core/export/training/training-layout.ts';
import { UsageError } from './cli-host.ts';
import type { FileForm, TrainingChoice } from './file-form.ts';

export const fileFormOptions = {
  split: { type: 'string' },
  'split-by': { type: 'string' },
  rename: { type: 'string', multiple: true },
  provenance: { type: 'boolean' },
  balance: { type: 'string' },
  layout: { type: 'string' },
  turns: { type: 'string' },
  'keep-others': { type: 'boolean' },
} as const;

interface FileFormValues {
  readonly split?: string | undefined;
  readonly 'split-by'?: string | undefined;
  readonly rename?: readonly string[] | undefined;
  readonly provenance?: boolean | undefined;
  readonly balance?: string | undefined;
  readonly layout?: string | undefined;
  readonly turns?: string | undefined;
  readonly 'keep-others'?: boolean | undefined;
}

/** Throws `UsageError` for what cannot be read; whether the design has the columns is not known here. */
export function parseFileForm(values: FileFormValues, format: FileFormat): FileForm {
  const split = values.split === undefined ? undefined : parseSplit(values.split);
  if (split?.ok === false) throw new UsageError(`--split cannot be read. ${split.error}`);
  if (split === undefined && values['split-by'] !== undefined)
    throw new UsageError('--split-by goes with --split.');
  return {
    split: split?.value,
    splitBy: values['split-by'],
    balanceBy: values.balance,
    names: new Map((values.rename ?? []).map(parseRename)),
    hasProvenance: values.provenance === true,
    training: parseTraining(values, format),
  };
}

function parseTraining(values: FileFormValues, format: FileFormat): TrainingChoice | undefined {
  const { layout, turns, 'keep-others': keepsOthers } = values;
  const form = trainingForms.find((known) => known === layout?.toLowerCase());
  if (layout !== undefined && form === undefined)
    throw new UsageError(`--layout takes one of ${trainingForms.join(', ')}.`);
  if (form !== undefined && !canNest(format))
    throw new UsageError('--layout needs --out with a name that ends in .jsonl or .json.');
  if (form !== undefined) return { form, turns, keepsOthers: keepsOthers === true };
  if (turns === undefined && keepsOthers !== true) return undefined;
  throw new UsageError('--turns and --keep-others go with --layout.');
}

function parseRename(text: string): readonly [string, string] {
  const [, from = '', to = ''] = /^([^=]+)=(.+)$/s.exec(text) ?? [];
  if (from === '') throw new UsageError('--rename takes OLD=NEW, such as --rename title=name.');
  return [from.trim(), to.trim()];
}
