/** `rowsmith convert`: the same design in another form. */
import { dataDesigner, encodeYaml } from '#core/codecs/data-designer/data-designer.ts';
import { oumiYaml } from '#core/codecs/oumi/oumi-yaml.ts';
import { rowJsonSchema } from '#core/codecs/rows-json-schema.ts';
import { rowsmithJson } from '#core/codecs/rowsmith-json.ts';
import type { EncodedDesign } from '#core/codecs/design-codec.ts';
import { encodeShareLink } from '#core/codecs/share-link.ts';
import { hasErrors } from '#core/base/diagnostic.ts';
import type { DatasetDesign } from '#core/design/design.ts';
import { openFileSink } from '#runtime/node/file-sink.ts';
import { parseAttachments } from './attach-files.ts';
import { exitCodes, UsageError, type CliHost } from './cli-host.ts';
import { parseOptions } from './parse-options.ts';
import { describeDiagnostic } from './print-diagnostics.ts';
import { readDesign } from './read-design.ts';

const forms = ['rowsmith', 'oumi', 'data-designer', 'json-schema', 'link'] as const;
type Form = (typeof forms)[number];

/** Writes the design to `--out` or standard output and answers with the exit code. */
export async function convertCommand(words: readonly string[], host: CliHost): Promise<number> {
  const { values, positionals } = parseOptions(words, {
    to: { type: 'string' },
    out: { type: 'string' },
    attach: { type: 'string', multiple: true },
  });
  const [file] = positionals;
  if (file === undefined || positionals.length > 1) throw new UsageError('convert needs one FILE.');
  const form = forms.find((known) => known === values.to);
  if (form === undefined)
    throw new UsageError(`convert needs --to with one of: ${forms.join(', ')}.`);
  const { design, diagnostics } = await readDesign(file, host, {
    attachments: parseAttachments(values.attach ?? []),
  });
  for (const located of diagnostics) host.stderr.write(describeDiagnostic(file, located));
  if (design === undefined) return exitCodes.problem;
  const { text, notices } = await encode(design, form, values.out);
  for (const diagnostic of notices) host.stderr.write(describeDiagnostic(file, { diagnostic }));
  if (hasErrors(notices)) return exitCodes.problem;
  if (values.out === undefined) host.stdout.write(text);
  else await writeText(values.out, text);
  return exitCodes.done;
}

async function encode(
  design: DatasetDesign,
  form: Form,
  out: string | undefined,
): Promise<EncodedDesign> {
  switch (form) {
    case 'rowsmith':
      return endLine(rowsmithJson.encode(design));
    case 'oumi':
      return endLine(oumiYaml.encode(design));
    case 'data-designer':
      return endLine(
        /\.ya?ml$/i.test(out ?? '') ? encodeYaml(design) : dataDesigner.encode(design),
      );
    case 'json-schema':
      return endLine({ text: JSON.stringify(rowJsonSchema(design), undefined, 2), notices: [] });
    case 'link': {
      // Without an address in front: it opens in any copy of the app, behind that copy's address.
      const { link, notices } = await encodeShareLink(design, '');
      return endLine({ text: link, notices });
    }
  }
}

function endLine({ text, notices }: EncodedDesign): EncodedDesign {
  return { text: text.endsWith('\n') ? text : `${text}\n`, notices };
}

async function writeText(path: string, text: string): Promise<void> {
  const sink = await openFileSink(path);
  await sink.write(new TextEncoder().encode(text));
  await sink.close();
}
