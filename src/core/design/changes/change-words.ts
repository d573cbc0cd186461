/** What has changed in a design, in one line for a list of versions. */
import type { ChangeKind, DesignChange } from './design-changes.ts';

const nouns: Readonly<Record<DesignChange['list'], readonly [one: string, many: string]>> = {
  columns: ['column', 'columns'],
  constraints: ['rule', 'rules'],
  calls: ['call', 'calls'],
  sources: ['source', 'sources'],
  models: ['model', 'models'],
  charts: ['chart', 'charts'],
  settings: ['setting', 'settings'],
};

const mostNames = 2;

/** Such as `2 columns added, price changed`; empty when nothing has. Names are given up to two of a kind. */
export function changeWords(changes: readonly DesignChange[]): string {
  const groups = new Map<string, DesignChange[]>();
  for (const change of changes) {
    const key = `${change.list} ${change.change}`;
    groups.set(key, [...(groups.get(key) ?? []), change]);
  }
  return [...groups.values()].map(groupWords).join(', ');
}

function groupWords(group: readonly DesignChange[]): string {
  const [first] = group;
  if (first === undefined) return '';
  const verb: ChangeKind = first.change;
  const isNamed = first.list === 'columns' || first.list === 'settings';
  if (isNamed && group.length <= mostNames)
    return `${group.map(({ name }) => name).join(' and ')} ${verb}`;
  const [one, many] = nouns[first.list];
  return `${group.length} ${group.length === 1 ? one : many} ${verb}`;
}
