/** `rowsmith check`: every problem of every file, for people or as JSON. */
import { parseAttachments } from './attach-files.ts';
import { exitCodes, UsageError, type CliHost } from './cli-host.ts';
import { parseOptions } from './parse-options.ts';
import { describeDiagnostic, diagnosticData } from './print-diagnostics.ts';
import { readDesign } from './read-design.ts';

/** Prints what it found and answers with the exit code. */
export async function checkCommand(words: readonly string[], host: CliHost): Promise<number> {
  const { values, positionals } = parseOptions(words, {
    json: { type: 'boolean' },
    attach: { type: 'string', multiple: true },
  });
  const attachments = parseAttachments(values.attach ?? []);
  if (positionals.length === 0) throw new UsageError('check needs at least one FILE.');
  const results = [];
  for (const file of positionals)
    results.push({ file, read: await readDesign(file, host, { attachments }) });
  if (values.json === true) {
    const data = results.map(({ file, read }) => ({
      file,
      diagnostics: read.diagnostics.map(diagnosticData),
    }));
    host.stdout.write(`${JSON.stringify(data, undefined, 2)}\n`);
  } else
    for (const { file, read } of results)
      for (const located of read.diagnostics) host.stdout.write(describeDiagnostic(file, located));
  return results.some(({ read }) => read.hasErrors) ? exitCodes.problem : exitCodes.done;
}
