/**
 * A second reading of a row that is almost JSON. Mends only what cannot change a value: comments,
 * trailing commas, and raw control characters inside strings. Anything else stays an error.
 */
import { parseJson, type JsonValue } from '#core/base/json.ts';
import { limits } from '#core/base/limits.ts';

/** Strings, comments, and commas before a closing bracket; whatever is between is copied. */
const tokens =
  /"(?:[^"\\]|\\[\s\S])*"|\/\/[^\n]*|\/\*[\s\S]*?\*\/|,(?=(?:\s|\/\/[^\n]*\n|\/\*[\s\S]*?\*\/)*[}\]])/g;

/** The value of the mended text; undefined when it still is no JSON. */
export function repairJson(text: string): JsonValue | undefined {
  const mended = text.replace(tokens, (token) =>
    token.startsWith('"') ? escapeControls(token) : '',
  );
  const parsed = parseJson(mended, { maxDepth: limits.designDepth });
  return parsed.ok ? parsed.value : undefined;
}

function escapeControls(token: string): string {
  // eslint-disable-next-line no-control-regex -- these are exactly the characters JSON refuses.
  return token.replace(/[\u0000-\u001f]/g, (character) => JSON.stringify(character).slice(1, -1));
}
