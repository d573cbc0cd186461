import { describe, expect, it } from 'vitest';
import { createDesign } from '#core/design/defaults.ts';
import { columnSchema } from '#core/design/design-schema.ts';
import { dependentColumns } from './dependent-columns.ts';

const column = (id: string, template: string) =>
  columnSchema.parse({ id, name: id, fill: { kind: 'template', template } });

describe('dependentColumns', () => {
  it('follows readers through other columns', () => {
    const design = createDesign({
      columns: [column('c', '{{ b }}'), column('b', '{{ a }}'), column('a', 'x'), column('d', 'y')],
    });
    expect(dependentColumns(design, ['a'])).toEqual(new Set(['a', 'b', 'c']));
  });
});
