/** Our own format: the design as JSON, every value explicit, in the order of the schema. */
import type { Diagnostic } from '#core/base/diagnostic.ts';
import { parseJson, type JsonError } from '#core/base/json.ts';
import { limits } from '#core/base/limits.ts';
import { failure, success, type Result } from '#core/base/result.ts';
import { restoreDesign, type RestoredDesign } from '#core/design/restore.ts';
import { writeCompactJson } from './compact-json.ts';
import type { DesignCodec } from './design-codec.ts';
import { designValue } from './design-value.ts';
import { createJsonLocator } from './json-locator.ts';

export const rowsmithJson: DesignCodec = {
  id: 'rowsmith-json',
  label: 'Rowsmith JSON',
  encode: (design) => ({ text: writeCompactJson(designValue(design)), notices: [] }),
  decode: (text) => decode(text.replace(/^\uFEFF/, '')),
};

function decode(text: string): Result<RestoredDesign, readonly Diagnostic[]> {
  const parsed = parseJson(text, {
    maxLength: limits.designLength,
    maxDepth: limits.designDepth,
    maxNodes: limits.designNodes,
  });
  if (!parsed.ok) return failure([describe(parsed.error)]);
  const restored = restoreDesign(parsed.value);
  if (!restored.ok) return restored;
  const { design, notices } = restored.value;
  return success({ design, notices: [...textNotices(text), ...notices] });
}

/** What parsing hides: a key given twice, and digits a number cannot keep. */
function textNotices(text: string): readonly Diagnostic[] {
  const { duplicateKeys, impreciseNumbers } = createJsonLocator(text);
  return [
    ...duplicateKeys.map(({ path }): Diagnostic => ({
      path,
      code: 'duplicate-key',
      severity: 'error',
      message: `“${String(path.at(-1))}” is given more than once here. The last one is used.`,
    })),
    ...impreciseNumbers.map(({ path }): Diagnostic => ({
      path,
      code: 'number-imprecise',
      severity: 'warning',
      message: 'This number has more digits than can be kept. Write it as text to keep them all.',
    })),
  ];
}

function describe({ code, message }: JsonError): Diagnostic {
  return { path: [], code, severity: 'error', message };
}
