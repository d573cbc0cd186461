/** Reads the plan of a conversation out of a model's answer: one instruction for each turn. */
import { isJsonObject, parseJson, type JsonObject, type JsonValue } from '#core/base/json.ts';
import { limits } from '#core/base/limits.ts';
import { pythonStrip, pythonText } from '#core/expression/python-text.ts';

/** Undefined when there is no plan to be read. Turns that the plan leaves out get an empty instruction. */
export function parsePlan(text: string, turnCount: number): readonly string[] | undefined {
  const turns = objectIn(text)?.turns;
  if (!Array.isArray(turns)) return undefined;
  const instructions = new Array<string>(turnCount).fill('');
  for (const turn of turns as readonly JsonValue[]) {
    if (!isJsonObject(turn)) continue;
    const number = turnNumber(turn.turn);
    if (number === undefined || number < 1 || number > turnCount) continue;
    instructions[number - 1] = pythonStrip(pythonText(turn.instruction ?? null));
  }
  return instructions;
}

function turnNumber(value: JsonValue | undefined): number | undefined {
  if (typeof value === 'number' && Number.isInteger(value)) return value;
  return typeof value === 'string' && /^\s*[-+]?\d+\s*$/.test(value) ? Number(value) : undefined;
}

/** The first fenced block that is an object, else what stands between the outer braces. */
function objectIn(text: string): JsonObject | undefined {
  for (const [, block = ''] of text.matchAll(/```[a-zA-Z]*\s*\n?([^]*?)```/g)) {
    const found = readObject(block.trim());
    if (found !== undefined) return found;
  }
  const start = text.indexOf('{');
  const end = text.lastIndexOf('}');
  return start === -1 || end <= start ? undefined : readObject(text.slice(start, end + 1));
}

function readObject(text: string): JsonObject | undefined {
  // Python keeps 1.0 apart from 1, and a plan's turns are whole numbers.
  const marked = text.replace(/("turn"\s*:\s*)(-?\d+\.\d+)/g, '$1"$2"');
  const parsed = parseJson(marked, { maxLength: limits.answerBytes, maxDepth: 64 });
  return parsed.ok && isJsonObject(parsed.value) ? parsed.value : undefined;
}
