/** The text of a configuration to its typed form, with everything that Oumi's loader would refuse. */
import type { Diagnostic } from '#core/base/diagnostic.ts';
import { failure, success, type Result } from '#core/base/result.ts';
import { checkConfig } from './check-config.ts';
import type { OumiConfig } from './config.ts';
import { configShape } from './config-shape.ts';
import { parseYaml } from './parse-yaml.ts';
import { createFindings, readShape, type Findings } from './read-shape.ts';
import { spreadRates } from './sample-rates.ts';

export interface LoadedConfig {
  /** With Oumi's defaults; what could not be read is absent. */
  readonly config: OumiConfig;
  /** Errors are what Oumi refuses. */
  readonly findings: Findings;
}

/** Fails when the text is no map of YAML, or beyond the limits. Never throws. */
export function loadConfig(text: string): Result<LoadedConfig, readonly Diagnostic[]> {
  const parsed = parseYaml(text);
  if (!parsed.ok) return parsed;
  const { root, notices } = parsed.value;
  const findings = createFindings();
  findings.items.push(...notices);
  const isEmpty = root.kind === 'scalar' && root.type === 'null';
  const map = isEmpty ? ({ kind: 'map', entries: [], line: 1 } as const) : root;
  if (map.kind !== 'map')
    return failure([
      {
        path: [],
        code: 'bad-shape',
        severity: 'error',
        message: 'A configuration is a map of settings, and this file is not one.',
        line: map.line,
      },
    ]);
  const place = { path: [], findings };
  const config = (readShape(configShape, map, place) ?? {}) as OumiConfig;
  checkConfig(config, place);
  return success({ config: withRates(config), findings });
}

/** Sampled values with the rates that missing ones share. */
function withRates(config: OumiConfig): OumiConfig {
  const sampled = config.strategy_params?.sampled_attributes;
  if (!sampled) return config;
  const sampled_attributes = sampled.map((attribute) => {
    const values = attribute.possible_values ?? [];
    const rates = spreadRates(values.map((value) => value.sample_rate));
    return {
      ...attribute,
      possible_values: values.map((value, index) => ({ ...value, sample_rate: rates[index] ?? 0 })),
    };
  });
  return { ...config, strategy_params: { ...config.strategy_params, sampled_attributes } };
}
