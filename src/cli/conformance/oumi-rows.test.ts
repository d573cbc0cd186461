import { describe, expect, it } from 'vitest';
import type { JsonObject, JsonValue } from '#core/base/json.ts';
import { attachSource } from '#core/codecs/source-files/attach-source.ts';
import { hasErrors } from '#core/base/diagnostic.ts';
import { checkDesign } from '#core/design/check.ts';
import type { DatasetDesign } from '#core/design/design.ts';
import { createDataset } from '#core/engine/dataset.ts';
import type { Vector } from './oumi-vectors.ts';
import {
  suite,
  rowOf,
  designOf,
  noTokenizer,
  filled,
  isAbsent,
  type Sampled,
  casesOf,
} from './oumi-cases.ts';

describe.skipIf(isAbsent)(`rows ${suite}`, () => {
  it.for(casesOf('transform'))('$id', ({ input, expect: expected }) => {
    const design = transformDesign(input);
    const dataset = createDataset(design);
    if (expected.error !== undefined) {
      const isRefused = dataset.ok && hasErrors(checkDesign(design));
      if (dataset.ok) dataset.value.plan(1);
      const fails = (id: string): boolean =>
        dataset.ok && dataset.value.store.state(id, 0) === 'failed';
      const isLost = Object.keys(lostMetadata(input)).length > 0;
      if (expected.error === 'template_not_a_string') expect(isLost).toBe(true);
      else expect(isRefused || design.columns.some(({ id }) => fails(id))).toBe(true);
      return;
    }
    if (!dataset.ok) throw new Error(dataset.error[0]?.message);
    dataset.value.plan(1);
    expect(rowOf(dataset.value, 0)).toEqual(expected.row);
  });

  it.for(casesOf('passthrough'))('$id', ({ input, expect: expected }) => {
    const design = designOf({
      strategy_params: {
        input_examples: [{ examples: [input.row ?? {}] }],
        passthrough_attributes: input.passthrough_attributes ?? [],
      },
    });
    expect(rowOf(filled(design, 1), 0)).toEqual(expected.row);
  });

  it.for(casesOf('sampling'))('$id', ({ input, expect: expected }) => {
    const dataset = filled(designOf({ strategy_params: input.params ?? {} }), Number(input.n));
    const { store, design } = dataset;
    if (expected.error !== undefined) {
      expect(design.columns.map(({ id }) => store.state(id, 0))).toContain('failed');
      return;
    }
    const rows = Array.from({ length: Number(input.n) }, (_, row) => rowOf(dataset, row));
    const share = (where: JsonObject): number =>
      rows.filter((row) => Object.entries(where).every(([key, value]) => row[key] === value))
        .length / rows.length;
    for (const { where, p, tolerance } of expected.shares as unknown as readonly {
      readonly where: JsonObject;
      readonly p: number;
      readonly tolerance: number;
    }[])
      expect(Math.abs(share(where) - p)).toBeLessThanOrEqual(tolerance);
    const keySets = (expected.key_sets ?? []) as readonly (readonly string[])[];
    for (const keys of new Set(rows.map((row) => Object.keys(row).sort().join(' '))))
      expect(keySets.map((set) => [...set].sort().join(' '))).toContain(keys);
    for (const where of (expected.never ?? []) as readonly JsonObject[])
      expect(share(where)).toBe(0);
  });

  it.for(casesOf('plan'))('$id', async ({ input, expect: expected }) => {
    const params = structuredClone(input.params) as Record<string, Record<string, JsonValue>[]>;
    const design = await planDesign(params);
    const n = Number(input.n);
    if (expected.error !== undefined) {
      expect(design.sources.map(({ rows }) => rows)).toEqual([[]]);
      return;
    }
    const dataset = filled(design, n);
    const rows = Array.from({ length: n }, (_, row) => rowOf(dataset, row));
    if (expected.rows !== undefined) expect(rows).toEqual(expected.rows);
    const each = expected.each_row as { list_key: string; length: number; subset_of: JsonValue[] };
    if (expected.each_row === undefined) return;
    for (const row of rows) {
      const list = row[each.list_key] as readonly JsonValue[];
      expect(list).toHaveLength(each.length);
      expect(new Set(list.map((item) => JSON.stringify(item))).size).toBe(each.length);
      for (const item of list) expect(each.subset_of).toContainEqual(item);
    }
  });
});

/** Cases give the rows of files beside their paths; here they are attached. */
async function planDesign(
  params: Record<string, Record<string, JsonValue>[]>,
): Promise<DatasetDesign> {
  const given = [...(params.input_data ?? []), ...(params.input_documents ?? [])].map((source) => {
    const { rows, texts } = source;
    delete source.rows;
    delete source.texts;
    return { rows, texts };
  });
  let design = designOf({ strategy_params: params });
  const sources = design.sources.filter(({ kind }) => kind !== 'inline');
  for (const [index, source] of sources.entries()) {
    const { rows, texts } = given[index] ?? {};
    if (source.kind === 'file' && Array.isArray(rows)) {
      const bytes = new TextEncoder().encode(JSON.stringify(rows));
      const file = { name: 'rows.json', bytes };
      const attached = await attachSource(design, source, {
        files: [file],
        loadTokenizer: noTokenizer,
      });
      if (attached.ok) design = attached.value;
    } else if (source.kind === 'document' && Array.isArray(texts)) {
      const kept = (texts as readonly string[]).filter((text) => text.trim() !== '');
      const documents = kept.map((text) => ({ [source.field]: text }));
      design = {
        ...design,
        sources: design.sources.map((other) =>
          other.id === source.id ? { ...other, rows: documents } : other,
        ),
      };
    }
  }
  return design;
}

function transformDesign(input: Vector['input']): DatasetDesign {
  const row = input.row as JsonObject;
  const sampled = ((input.sampled_attributes ?? []) as unknown as readonly Sampled[]).map(
    (one) => ({
      ...one,
      possible_values: one.possible_values.map((value) => ({
        ...value,
        sample_rate: value.id === row[one.id] ? 1 : 0,
      })),
    }),
  );
  const own = Object.fromEntries(
    Object.entries(row).filter(([key]) => !sampled.some(({ id }) => id === key)),
  );
  return designOf({
    strategy_params: {
      ...(Object.keys(own).length === 0 ? {} : { input_examples: [{ examples: [own] }] }),
      ...(sampled.length === 0 ? {} : { sampled_attributes: sampled }),
      transformed_attributes: input.transformed_attributes ?? [],
    },
  });
}

/** Metadata that is no text: Oumi fails at it, here it is lost with an error when the file is read. */
function lostMetadata(input: Vector['input']): JsonObject {
  const [first] = input.transformed_attributes as readonly [
    { transformation_strategy: { chat_transform?: { metadata?: JsonObject } } },
  ];
  const metadata = first.transformation_strategy.chat_transform?.metadata ?? {};
  return Object.fromEntries(
    Object.entries(metadata).filter(([, value]) => typeof value !== 'string'),
  );
}
