/** A chart of the design: which columns it draws and how. What is drawn is measured in `core/analysis`. */
import { z } from './zod.ts';
import { limits } from '#core/base/limits.ts';
import type { DeepReadonly } from './deep-readonly.ts';

const column = z.string().min(1).max(limits.nameLength).meta({ description: 'Id of a column.' });

const common = {
  id: z.string().min(1).max(limits.nameLength),
  title: z.string().max(limits.designLength).optional().meta({
    description: 'What the chart says; written from what was measured when absent.',
  }),
};

export const chartSchema = z.discriminatedUnion('kind', [
  z
    .object({
      ...common,
      kind: z.literal('scatter'),
      x: column,
      y: column,
      by: column.optional(),
      fit: z.boolean().default(true),
    })
    .meta({ title: 'Scatter' }),
  z
    .object({ ...common, kind: z.literal('histogram'), column })
    .meta({ title: 'Histogram', description: 'Drawn values against the declared law.' }),
  z
    .object({ ...common, kind: z.literal('shares'), columns: z.array(column).min(1) })
    .meta({ title: 'Shares', description: 'Rows of each value against its target.' }),
  z
    .object({ ...common, kind: z.literal('association'), columns: z.array(column).optional() })
    .meta({
      title: 'Association',
      description: 'How closely any two columns go together; all columns when none is named.',
    }),
  z
    .object({ ...common, kind: z.literal('box'), y: column, by: column })
    .meta({ title: 'Box plots', description: 'The spread of y in each group of by.' }),
  z
    .object({
      ...common,
      kind: z.literal('series'),
      x: column.meta({ description: 'Id of a column of dates.' }),
      y: column
        .optional()
        .meta({ description: 'Its mean is drawn; rows are counted when absent.' }),
      by: column.optional(),
    })
    .meta({ title: 'Time series' }),
  z
    .object({ ...common, kind: z.literal('coverage'), x: column, y: column })
    .meta({ title: 'Coverage', description: 'Rows in each cell of two attribute tables.' }),
  z
    .object({
      ...common,
      kind: z.literal('rule'),
      rule: z.string().min(1).max(limits.nameLength).meta({ description: 'Id of a constraint.' }),
    })
    .meta({ title: 'Chart of a rule' }),
]);

export type Chart = DeepReadonly<z.infer<typeof chartSchema>>;
export type ChartKind = Chart['kind'];
