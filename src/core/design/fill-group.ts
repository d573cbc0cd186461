/** The four ways a value comes about. */
import type { FillKind } from './fill.ts';

/** Where a value comes from; decides its colour, its band and who computes it. */
export type FillGroup = 'sampled' | 'source' | 'generated' | 'derived';

const groups: Readonly<Record<FillKind, FillGroup>> = {
  category: 'sampled',
  subcategory: 'sampled',
  number: 'sampled',
  boolean: 'sampled',
  datetime: 'sampled',
  uuid: 'sampled',
  sequence: 'sampled',
  timedelta: 'sampled',
  person: 'sampled',
  faker: 'sampled',
  pattern: 'sampled',
  constant: 'sampled',
  texts: 'sampled',
  series: 'sampled',
  source: 'source',
  shots: 'source',
  generated: 'generated',
  formula: 'derived',
  template: 'derived',
  list: 'derived',
  object: 'derived',
  chat: 'derived',
  postprocess: 'derived',
  pick: 'derived',
};

export function fillGroup(kind: FillKind): FillGroup {
  return groups[kind];
}
