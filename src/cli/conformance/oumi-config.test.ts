import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { parsePath } from '#core/base/json-path.ts';
import type { JsonValue } from '#core/base/json.ts';
import { loadConfig } from '#core/codecs/oumi/load-config.ts';
import { oumiYaml } from '#core/codecs/oumi/oumi-yaml.ts';
import { spreadRates } from '#core/codecs/oumi/sample-rates.ts';
import { conformanceFolder, skipReason, slugOf, textIn, vectorsOf } from './oumi-vectors.ts';

const isAbsent = conformanceFolder === undefined;

function valueAt(root: unknown, path: string): unknown {
  return (parsePath(path) ?? []).reduce<unknown>(
    (value, key) => (value as Record<string, unknown> | undefined)?.[key],
    root,
  );
}

function errorsOf(yaml: string): readonly string[] {
  const loaded = loadConfig(yaml);
  const items = loaded.ok ? loaded.value.findings.items : loaded.error;
  return items.filter(({ severity }) => severity === 'error').map(({ code }) => slugOf(code));
}

describe.skipIf(isAbsent)(
  `configurations are judged as by Oumi (else skipped: ${skipReason})`,
  () => {
    it.for(vectorsOf('config'))('$id', ({ input, expect: expected }) => {
      const yaml = textIn(input.yaml);
      const errors = errorsOf(yaml);
      if (expected.error !== undefined) {
        expect(errors).toContain(expected.error);
        return;
      }
      expect(errors).toEqual([]);
      const loaded = loadConfig(yaml);
      for (const [path, value] of Object.entries(
        (expected.values ?? {}) as Record<string, JsonValue>,
      ))
        expect(loaded.ok && valueAt(loaded.value.config, path)).toEqual(
          typeof value === 'number' ? expect.closeTo(value, 9) : value,
        );
    });

    it.for(vectorsOf('rates'))('$id', ({ input, expect: expected }) => {
      const rates = input.rates as readonly (number | null)[];
      const isOutside = rates.some((rate) => rate !== null && !(rate >= 0 && rate <= 1));
      if (expected.error === 'sampled_value_rate_range') expect(isOutside).toBe(true);
      else
        expect(spreadRates(rates)).toEqual(
          (expected.value as readonly number[]).map((rate) => expect.closeTo(rate, 9) as unknown),
        );
    });
  },
);

const examples = isAbsent
  ? []
  : readdirSync(join(conformanceFolder ?? '', 'oumi-examples')).filter((name) =>
      name.endsWith('.yaml'),
    );

describe.skipIf(isAbsent)('shipped examples', () => {
  it.for(examples)('%s is read without an error and written back as it means', (name) => {
    const text = readFileSync(join(conformanceFolder ?? '', 'oumi-examples', name), 'utf8');
    const decoded = oumiYaml.decode(text);
    if (!decoded.ok) throw new Error(decoded.error[0]?.message);
    expect(decoded.value.notices.filter(({ severity }) => severity === 'error')).toEqual([]);
    const { text: written } = oumiYaml.encode(decoded.value.design);
    const plain = (yaml: string): unknown => {
      const loaded = loadConfig(yaml);
      return loaded.ok ? loaded.value.config : loaded.error;
    };
    expect(plain(written)).toEqual(plain(text));
    const bare = { ...decoded.value.design, origin: undefined };
    const anew = plain(oumiYaml.encode(bare).text) as { strategy_params: unknown };
    expect(anew.strategy_params).toEqual((plain(text) as typeof anew).strategy_params);
  });
});
