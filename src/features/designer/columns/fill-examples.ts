/** The examples that the help of each fill names, ready to be used: what they read comes along. */
import { uniqueName } from '#core/design/column-names.ts';
import type { DesignCommand } from '#core/design/command.ts';
import type { Column, ColumnType, DatasetDesign } from '#core/design/design.ts';
import type { Fill, FillKind } from '#core/design/fill.ts';

/** What an example is made with: each part is there already, or is noted to be added. */
interface Parts {
  /** A column of that name and fill. */
  readonly column: (name: string, type: ColumnType, fill: Fill) => Column;
  /** Id of a source with these rows. */
  readonly source: (name: string, rows: readonly Readonly<Record<string, string>>[]) => string;
  /** Id of a call with this message. */
  readonly call: (name: string, content: string) => string;
  /** How a template names a column. */
  readonly ref: (column: Column) => string;
}

interface Example {
  readonly type: ColumnType;
  readonly fill: Fill;
}

/** The commands that fill the column by the example of `kind`. */
export function exampleCommands(
  column: Column,
  kind: FillKind,
  design: DatasetDesign,
): readonly DesignCommand[] {
  const needs: DesignCommand[] = [];
  const change = examples[kind](partsOf(column, design, needs));
  return [...needs, { kind: 'update-column', columnId: column.id, change }];
}

function partsOf(own: Column, design: DatasetDesign, needs: DesignCommand[]): Parts {
  const { columns, sources, calls, models } = design;
  const ids = new Set(columns.map(({ id }) => id));
  const names = new Set(columns.map(({ name }) => name));
  return {
    column(wanted, type, fill) {
      const there = columns.find(
        (other) => other.id !== own.id && other.name === wanted && other.fill.kind === fill.kind,
      );
      if (there !== undefined) return there;
      const id = uniqueName(wanted, ids);
      const name = uniqueName(wanted, names);
      const column = { id, name, description: '', type, fill, nullRate: 0, drop: false };
      needs.push({ kind: 'add-column', column });
      return column;
    },
    source(wanted, rows) {
      const id = uniqueName(wanted, new Set(sources.map((source) => source.id)));
      const source = { id, name: id, kind: 'inline', order: 'sequence', rows } as const;
      needs.push({ kind: 'add-source', source });
      return id;
    },
    call(wanted, content) {
      const id = uniqueName(wanted, new Set(calls.map((call) => call.id)));
      const alias = models[0]?.alias ?? 'writer';
      if (models.length === 0)
        needs.push({ kind: 'add-model', model: { alias, provider: 'demo', model: '' } });
      const shared = { model: alias, rowsPerRequest: 10, examples: [] };
      const messages = [{ role: 'user', content }] as const;
      const call = { id, name: id, ...shared, messages, output: { kind: 'fields' } } as const;
      needs.push({ kind: 'add-call', call });
      return id;
    },
    ref: ({ name }) => (design.dialect === 'oumi' ? `{${name}}` : `{{ ${name} }}`),
  };
}

const values = (...texts: readonly string[]) => texts.map((value) => ({ value, weight: 1 }));

const brand = ({ column }: Parts): Column =>
  column('brand', 'text', { kind: 'category', values: values('Opel', 'Volkswagen') });

const model = ({ column }: Parts): Column =>
  column('model', 'text', { kind: 'category', values: values('Astra', 'Golf') });

const size = ({ column }: Parts): Column =>
  column('size', 'decimal', {
    kind: 'number',
    distribution: { kind: 'gaussian', mean: 57, stddev: 12, low: 32, high: 85 },
    decimalPlaces: 0,
  });

const day = { kind: 'datetime', start: '2026-03-01', end: '2026-06-01', unit: 'm' } as const;

const text = (fill: Fill): Example => ({ type: 'text', fill });

/** In words they stand in the catalogue. */
const examples: Readonly<Record<FillKind, (parts: Parts) => Example>> = {
  category: () =>
    text({
      kind: 'category',
      values: [
        { value: 'OLED', weight: 55 },
        { value: 'QLED', weight: 45 },
      ],
    }),
  subcategory: (parts) =>
    text({
      kind: 'subcategory',
      category: brand(parts).id,
      values: { Opel: values('Astra', 'Vega'), Volkswagen: values('Polo', 'Golf') },
    }),
  number: () => ({
    type: 'decimal',
    fill: {
      kind: 'number',
      distribution: { kind: 'gaussian', mean: 57, stddev: 12, low: 32, high: 85 },
      decimalPlaces: 1,
    },
  }),
  boolean: () => ({ type: 'boolean', fill: { kind: 'boolean', probability: 0.3 } }),
  datetime: () => ({ type: 'datetime', fill: day }),
  timedelta: ({ column }) => ({
    type: 'datetime',
    fill: {
      kind: 'timedelta',
      reference: column('ordered', 'datetime', day).id,
      dtMin: 2,
      dtMax: 10,
      unit: 'D',
    },
  }),
  series: () => ({
    type: 'decimal',
    fill: {
      kind: 'series',
      level: 12,
      trend: 0.1,
      season: { period: 365, amplitude: 8, phase: 0 },
      noise: 1,
      decimalPlaces: 1,
    },
  }),
  sequence: () => ({ type: 'integer', fill: { kind: 'sequence', start: 1_001, step: 1 } }),
  uuid: () => text({ kind: 'uuid' }),
  pattern: () => text({ kind: 'pattern', pattern: '[A-Z]{2}-[0-9]{4}' }),
  person: () => ({
    type: 'object',
    fill: { kind: 'person', locale: 'en_US', ageRange: [18, 80] },
  }),
  faker: () => text({ kind: 'faker', method: 'company.name', locale: 'en_US' }),
  texts: () =>
    text({
      kind: 'texts',
      lists: [
        ['The red', 'The blue'],
        ['house is', 'door is'],
        ['old.', 'new.'],
      ],
      low: 1,
      high: 1,
    }),
  constant: () => text({ kind: 'constant', value: 'catalogue' }),
  generated: (parts) => {
    const { ref } = parts;
    const about = `${ref(brand(parts))} ${ref(model(parts))}`;
    return text({
      kind: 'generated',
      call: parts.call('describe', `Write two sentences about ${about}.`),
    });
  },
  formula: (parts) => ({
    type: 'decimal',
    fill: { kind: 'formula', expression: `${size(parts).name} * 12 + 90` },
  }),
  template: (parts) => {
    const { ref } = parts;
    const words = [brand(parts), model(parts), size(parts)].map(ref);
    return text({ kind: 'template', template: `${words.join(' ')}"` });
  },
  list: (parts) => ({
    type: 'list',
    fill: { kind: 'list', items: [brand, model, size].map((part) => parts.ref(part(parts))) },
  }),
  object: (parts) => ({
    type: 'object',
    fill: {
      kind: 'object',
      entries: {
        street: 'Mill Lane 4',
        city: parts.ref(cityOf(parts)),
        postcode: 'LS1 4AP',
      },
    },
  }),
  chat: (parts) => {
    const { column, ref } = parts;
    const question = column('question', 'text', {
      kind: 'category',
      values: values('How tall is it?', 'How old is it?'),
    });
    const answer = column('answer', 'text', {
      kind: 'category',
      values: values('Quite.', 'Very.'),
    });
    return {
      type: 'object',
      fill: {
        kind: 'chat',
        messages: [
          { role: 'user', content: ref(question) },
          { role: 'assistant', content: ref(answer) },
        ],
        metadata: {},
      },
    };
  },
  postprocess: ({ column }) =>
    text({
      kind: 'postprocess',
      column: column('answer', 'text', {
        kind: 'category',
        values: values('Sure:\n"It is quite tall."', 'Sure:\n"It is very old."'),
      }).id,
      cutPrefix: ':\n"',
      cutSuffix: '"',
      strip: true,
    }),
  pick: (parts) => {
    const tags = parts.column('tags', 'list', { kind: 'list', items: ['new', 'blue', 'large'] });
    return text({ kind: 'pick', column: tags.id, path: '[1]' });
  },
  source: ({ source }) => text({ kind: 'source', source: source('places', places), field: 'city' }),
  shots: ({ source }) => ({
    type: 'list',
    fill: { kind: 'shots', source: source('places', places), count: 3 },
  }),
};

const places = ['Leeds', 'Porto', 'Turku', 'Lyon'].map((city) => ({ city }));

const cityOf = ({ column }: Parts): Column =>
  column('city', 'text', { kind: 'category', values: values('Leeds', 'York') });
