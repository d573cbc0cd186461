/** Why a text is not taken: what reading it back has shown, as reasons that a model can act on. */
import type { JsonValue } from '#core/base/json.ts';
import { readReport } from '#core/design/extraction/extraction-report.ts';
import type { Verification } from '#core/design/verification.ts';
import { quote } from '#core/expression/value.ts';

const mostNamed = 8;

/** Empty when the text holds what was given, as far as the verification asks. */
export function refuseUnproved(
  { least, refuseInvented, method }: Verification,
  { report, textName }: { readonly report: JsonValue | undefined; readonly textName: string },
): readonly string[] {
  const read = readReport(report);
  if (read === undefined) return [`${textName}: could not be read back`];
  const compared = Object.entries(read.fields);
  const named = (pick: 'missing' | 'invented'): string =>
    compared
      .flatMap(([name, found]) => found[pick].map((leaf) => `${name} ${quote(leaf)}`))
      .slice(0, mostNamed)
      .join(', ');
  const [missing, invented] = [named('missing'), named('invented')];
  const reasons: string[] = [];
  if (read.f1 < least - 1e-9 && missing !== '')
    reasons.push(`${textName}: does not tell ${missing}`);
  if ((refuseInvented || read.f1 < least - 1e-9) && invented !== '' && method === 'extract')
    reasons.push(`${textName}: tells what was not given, ${invented}`);
  return reasons;
}
