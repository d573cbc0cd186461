/** A configuration of Oumi as a design that can run: changed by `--set`, with the files beside it. */
import { hasErrors, type Diagnostic } from '#core/base/diagnostic.ts';
import { isConfigPath, overrideYaml } from '#core/codecs/oumi/override-yaml.ts';
import { openConfig, type OpenedConfig } from '#core/codecs/oumi/oumi-yaml.ts';
import { checkDesign } from '#core/design/check.ts';
import { overrideDesign, type Override } from './apply-overrides.ts';
import { attachFiles, type Attachments } from './attach-files.ts';
import type { ReadDesign } from './read-design.ts';

export interface OumiFile {
  readonly file: string;
  readonly text: string;
  readonly overrides: readonly Override[];
  readonly attachments: Attachments;
}

/** Paths of overrides that begin with a key of Oumi change the configuration, others the design. */
export async function readOumiDesign(input: OumiFile): Promise<ReadDesign> {
  const { file, overrides, attachments } = input;
  const text = overrideYaml(
    input.text,
    overrides.filter(({ path }) => isConfigPath(path)),
  );
  const opened = openConfig(text);
  if (!opened.ok) return withLines(undefined, opened.error);
  const changed = changeDesign(
    opened.value,
    overrides.filter(({ path }) => !isConfigPath(path)),
  );
  if (!changed.ok) return withLines(undefined, changed.error);
  const { design, notices } = changed.value;
  const attached = await attachFiles(design, file, attachments);
  const found = [...attached.diagnostics, ...checkDesign(attached.design)].map((diagnostic) => {
    const line = opened.value.lineOf(diagnostic.path);
    return line === undefined ? diagnostic : { ...diagnostic, line };
  });
  const isSaid = ({ code, line }: Diagnostic): boolean =>
    notices.some((notice) => notice.code === code && notice.line === line);
  return withLines(attached.design, [...notices, ...found.filter((item) => !isSaid(item))]);
}

function changeDesign(opened: OpenedConfig, overrides: readonly Override[]) {
  if (overrides.length === 0) return { ok: true, value: opened } as const;
  const restored = overrideDesign(opened.design, overrides);
  if (!restored.ok) return restored;
  const notices = [...opened.notices, ...restored.value.notices];
  return { ok: true, value: { design: restored.value.design, notices } } as const;
}

function withLines(design: ReadDesign['design'], diagnostics: readonly Diagnostic[]): ReadDesign {
  return {
    design,
    diagnostics: diagnostics.map((diagnostic) => ({ diagnostic, line: diagnostic.line })),
    hasErrors: hasErrors(diagnostics),
  };
}
