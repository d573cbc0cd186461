/** A truth that was written as a draw of 0 or 1 and an expression is one column again. */
import { isJsonObject, type JsonObject } from '#core/base/json.ts';

/** What the draw of a truth is called. */
export const drawSuffix = '__draw';

export function joinDraws(columns: readonly JsonObject[]): readonly JsonObject[] {
  const draws = new Map(columns.flatMap((column) => drawOf(column) ?? []));
  const joined = new Set<string>();
  const changed = columns.map((column): JsonObject => {
    const { name, fill } = column;
    const draw = `${typeof name === 'string' ? name : ''}${drawSuffix}`;
    const probability = draws.get(draw);
    const isTruth =
      isJsonObject(fill) && fill.kind === 'formula' && fill.expression === `${draw} == 1`;
    if (!isTruth || probability === undefined) return column;
    joined.add(draw);
    return { ...column, fill: { kind: 'boolean', probability } };
  });
  return changed.filter(({ name }) => typeof name !== 'string' || !joined.has(name));
}

function drawOf({ name, fill, drop }: JsonObject): readonly [string, number][] | undefined {
  if (typeof name !== 'string' || drop !== true || !isJsonObject(fill)) return undefined;
  const law = fill.distribution;
  if (!isJsonObject(law) || law.kind !== 'bernoulli' || typeof law.p !== 'number') return undefined;
  return [[name, law.p]];
}
