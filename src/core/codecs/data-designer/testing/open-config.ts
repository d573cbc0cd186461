/** A configuration opened and a design written, for tests; what fails is an exception. */
import { parseJson, type JsonObject } from '#core/base/json.ts';
import type { DatasetDesign } from '#core/design/design.ts';
import { dataDesigner } from '#core/codecs/data-designer/data-designer.ts';

export function openConfig(config: JsonObject) {
  return openText(JSON.stringify({ data_designer: config }));
}

export function openText(text: string) {
  const decoded = dataDesigner.decode(text);
  if (!decoded.ok) throw new Error(decoded.error[0]?.message);
  return decoded.value;
}

export function writeConfig(design: DatasetDesign) {
  const { text, notices } = dataDesigner.encode(design);
  const parsed = parseJson(text);
  if (!parsed.ok) throw new Error(parsed.error.message);
  const file = parsed.value as { data_designer: Record<string, JsonObject[]> };
  return { config: file.data_designer, file, notices };
}
