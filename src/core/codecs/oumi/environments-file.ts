/** A file of its own with the environments of a configuration: `environment_config_path` names it, the user gives it. */
import { hasErrors, type Diagnostic } from '#core/base/diagnostic.ts';
import { failure, success, type Result } from '#core/base/result.ts';
import type { ToolEnvironment } from '#core/design/conversation.ts';
import type { DatasetDesign } from '#core/design/design.ts';
import { restoreDesign } from '#core/design/restore.ts';
import { checkEnvironmentList } from './check-environments.ts';
import type { OumiEnvironment } from './config.ts';
import { environmentsShape } from './config-shape.ts';
import { parseYaml } from './parse-yaml.ts';
import { readEnvironments } from './read-environments.ts';
import { at, createFindings, readShape } from './read-shape.ts';

export interface ReadEnvironmentsFile {
  readonly environments: readonly ToolEnvironment[];
  /** What Oumi would refuse is an error, with its line. */
  readonly notices: readonly Diagnostic[];
}

/** YAML or JSON with the root key `environments`. Fails when it is none. Never throws. */
export function readEnvironmentsFile(
  text: string,
): Result<ReadEnvironmentsFile, readonly Diagnostic[]> {
  const parsed = parseYaml(text);
  if (!parsed.ok) return parsed;
  const { root } = parsed.value;
  const findings = createFindings();
  findings.items.push(...parsed.value.notices);
  const place = { path: [], findings };
  const read = readShape(environmentsShape, root, place) as
    { readonly environments?: readonly OumiEnvironment[] } | undefined;
  if (read === undefined) return failure(findings.items);
  const environments = read.environments ?? [];
  checkEnvironmentList(environments, at(place, 'environments'));
  const restored = restoreDesign({ version: 1, environments: readEnvironments(environments) });
  if (!restored.ok) return restored;
  return success({
    environments: restored.value.design.environments ?? [],
    notices: [...findings.items, ...restored.value.notices],
  });
}

/** The design with the environments of this file. Fails with a sentence that names the line; the design is not changed. */
export function attachEnvironments(
  design: DatasetDesign,
  file: { readonly path: string; readonly text: string },
): Result<DatasetDesign, string> {
  const read = readEnvironmentsFile(file.text);
  const notices = read.ok ? read.value.notices : read.error;
  const problem = notices.find(({ severity }) => severity === 'error');
  if (!read.ok || hasErrors(notices)) {
    const place = problem?.line === undefined ? '' : `Line ${problem.line}: `;
    return failure(`${place}${problem?.message ?? 'The file holds no environments.'}`);
  }
  const { environments } = read.value;
  if (environments.length === 0) return failure('The file holds no environments.');
  return success({ ...design, environments, environmentsFile: file });
}
