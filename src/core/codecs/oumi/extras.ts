/**
 * What Oumi has no place for travels in one comment line at the head of the file, as JSON, so that a
 * design comes back whole and Oumi does not mind.
 */
import type { Diagnostic } from '#core/base/diagnostic.ts';
import { isJsonObject, parseJson, type JsonObject } from '#core/base/json.ts';
import { limits } from '#core/base/limits.ts';
import type { Call, DatasetDesign } from '#core/design/design.ts';

const line = /^# rowsmith: (\{.*\})[ \t]*\r?\n?/m;
const lead = '# Rowsmith keeps in the next line what Oumi has no place for.\n';
const keys = [
  'name',
  'brief',
  'instructions',
  'seed',
  'constraints',
  'charts',
  'variety',
  'models',
] as const;

/** What differs from the plain reading of the file; empty where nothing does. */
export function extrasOf(design: DatasetDesign, plain: DatasetDesign): JsonObject {
  const changed = keys.filter((key) => {
    if (key === 'models' && design.models.length < 2) return false;
    return JSON.stringify(design[key]) !== JSON.stringify(plain[key]);
  });
  return {
    ...(Object.fromEntries(changed.map((key) => [key, design[key]])) as JsonObject),
    ...(changed.includes('models')
      ? ofCalls('callModels', design, { plain, read: ({ model }) => model })
      : {}),
    ...ofCalls('callRows', design, { plain, read: textsTogether }),
  };
}

/** Texts that are asked for in one request; a call for fields is not written at all. */
function textsTogether({ output, rowsPerRequest }: Call): number | undefined {
  return output.kind === 'text' ? rowsPerRequest : undefined;
}

interface Compared {
  readonly plain: DatasetDesign;
  readonly read: (call: Call) => string | number | undefined;
}

/** One setting by the name of the call, where it differs from the plain reading. */
function ofCalls(key: string, design: DatasetDesign, { plain, read }: Compared): JsonObject {
  const own = design.calls.flatMap((call): [string, string | number][] => {
    const value = read(call);
    const known = plain.calls.find(({ name }) => name === call.name);
    const isPlain = value === (known === undefined ? undefined : read(known));
    return value === undefined || isPlain ? [] : [[call.name, value]];
  });
  return own.length === 0 ? {} : { [key]: Object.fromEntries(own) };
}

/** One warning for each setting that only the comment can carry. */
export function extrasNotices(extras: JsonObject): readonly Diagnostic[] {
  const words: Readonly<Record<string, string>> = {
    seed: 'Oumi draws anew each time; the seed stands in a comment.',
    constraints: 'Oumi knows no rules about rows; they stand in a comment.',
    instructions: 'Oumi has no instructions for all calls; they stand in a comment.',
    callModels: 'Oumi uses one model for all attributes; the others stand in a comment.',
    callRows: 'Oumi asks for one text at a time; how many go together stands in a comment.',
  };
  return Object.keys(extras).flatMap((key) =>
    Object.hasOwn(words, key)
      ? [
          {
            path: [key],
            code: 'not-in-oumi',
            severity: 'warning' as const,
            message: words[key] ?? '',
          },
        ]
      : [],
  );
}

export function withExtras(text: string, extras: JsonObject): string {
  const bare = text.replace(lead, '').replace(line, '');
  if (Object.keys(extras).length === 0) return bare;
  return `${lead}# rowsmith: ${JSON.stringify(extras)}\n${bare}`;
}

/** The line of an earlier export; undefined when there is none, or when it cannot be read. */
export function readExtras(text: string): JsonObject | undefined {
  const written = line.exec(text.slice(0, limits.designLength))?.[1];
  if (written === undefined) return undefined;
  const parsed = parseJson(written, {
    maxLength: limits.designLength,
    maxDepth: limits.designDepth,
  });
  return parsed.ok && isJsonObject(parsed.value) ? parsed.value : undefined;
}

/** The draft of a design with what the line says; the gateway checks it like everything else. */
export function applyExtras(draft: JsonObject, extras: JsonObject | undefined): JsonObject {
  if (extras === undefined) return draft;
  const known = keys.filter((key) => Object.hasOwn(extras, key));
  const models = isJsonObject(extras.callModels) ? extras.callModels : {};
  const rows = isJsonObject(extras.callRows) ? extras.callRows : {};
  const calls = (draft.calls as readonly JsonObject[]).map((call) => {
    const name = typeof call.name === 'string' ? call.name : '';
    return {
      ...call,
      ...(Object.hasOwn(models, name) ? { model: models[name] ?? '' } : {}),
      ...(Object.hasOwn(rows, name) ? { rowsPerRequest: rows[name] ?? 1 } : {}),
    };
  });
  return { ...draft, ...Object.fromEntries(known.map((key) => [key, extras[key] ?? null])), calls };
}
