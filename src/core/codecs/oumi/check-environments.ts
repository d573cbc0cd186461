/** Oumi's rules about environments and the tools that conversations ask for. */
import type { OumiConfig, OumiEnvironment, OumiMultiturn } from './config.ts';
import { add, at, type Place } from './read-shape.ts';
import { rule } from './rules.ts';

export function checkEnvironments(config: OumiConfig, place: Place): void {
  const environments = config.environment_config?.environments;
  const inside = at(at(place, 'environment_config'), 'environments');
  checkEnvironmentList(environments ?? [], inside);
  const attributes = config.strategy_params?.multiturn_attributes ?? [];
  for (const [index, attribute] of attributes.entries())
    checkWanted(
      attribute,
      config,
      at(at(at(place, 'strategy_params'), 'multiturn_attributes'), index),
    );
}

/** The rules that hold for environments wherever they stand. */
export function checkEnvironmentList(environments: readonly OumiEnvironment[], place: Place): void {
  checkUnique(environments, place);
  for (const [index, environment] of environments.entries())
    checkEnvironment(environment, at(place, index));
}

function checkWanted(attribute: OumiMultiturn, config: OumiConfig, spot: Place): void {
  const { available_environments: wanted = [], available_tools: tools = [] } = attribute;
  const environments = config.environment_config?.environments;
  if (wanted.length === 0 && tools.length === 0) return;
  if (environments !== undefined) {
    checkScope({ wanted, tools, environments }, spot);
    return;
  }
  const isElsewhere = typeof config.environment_config_path === 'string';
  rule(spot)(!isElsewhere, '', ['env-required', 'Tools need an environment_config.']);
}

interface Scope {
  readonly wanted: readonly string[];
  readonly tools: readonly string[];
  readonly environments: readonly OumiEnvironment[];
}

function checkScope({ wanted, tools, environments }: Scope, spot: Place): void {
  const missing = wanted.filter((id) => !environments.some((known) => known.id === id));
  for (const id of missing)
    add(at(spot, 'available_environments'), 'env-unknown', {
      message: `There is no environment “${id}”.`,
    });
  const scope = environments.filter(({ id }) => wanted.length === 0 || wanted.includes(id ?? ''));
  const known = new Set(
    scope.flatMap((environment) => (environment.tools ?? []).map(({ id }) => id)),
  );
  for (const id of tools.filter((tool) => !known.has(tool)))
    add(at(spot, 'available_tools'), 'tool-unknown', {
      message: `No environment of this conversation has a tool “${id}”.`,
    });
}

function checkUnique(environments: readonly OumiEnvironment[], place: Place): void {
  const ids = new Set<string>();
  const tools = new Set<unknown>();
  for (const [index, { id = '', tools: own = [] }] of environments.entries()) {
    if (ids.has(id))
      add(at(place, index), 'env-duplicate', { message: `There are two environments “${id}”.` });
    ids.add(id);
    for (const { id: tool } of own) {
      if (tools.has(tool))
        add(at(place, index), 'tool-duplicate', {
          message: `There are two tools “${typeof tool === 'string' ? tool : ''}”.`,
        });
      tools.add(tool);
    }
  }
}

const knownTypes: readonly string[] = ['synthetic', 'deterministic', 'database'];

function checkEnvironment(environment: OumiEnvironment, place: Place): void {
  const { env_type: type } = environment;
  // Oumi finds out only when the run begins; said now it costs nothing.
  if (type !== undefined && !knownTypes.includes(type))
    add(at(place, 'env_type'), 'env-type-unknown', {
      severity: 'warning',
      message: `“${type}” is none of ${knownTypes.join(', ')}, so Oumi would stop when the run begins.`,
    });
  for (const [index, tool] of (environment.tools ?? []).entries()) {
    const spot = at(at(place, 'tools'), index);
    for (const key of ['id', 'name', 'description'] as const) {
      const value = Object.hasOwn(tool, key) ? tool[key] : undefined;
      if (value === undefined || value === null)
        add(spot, 'missing-key', { message: `The tool has no ${key}.` });
      rule(spot)(value === '', key, [`tool-${key}-empty`, `The ${key} is empty.`]);
    }
  }
}
