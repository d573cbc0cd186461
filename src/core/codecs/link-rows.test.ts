import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { createDesign } from '#core/design/defaults.ts';
import { callSchema, columnSchema } from '#core/design/design-schema.ts';
import { encodeBase64Url } from './base64url.ts';
import { deflateRaw } from './deflate.ts';
import type { LinkRows } from './link-rows.ts';
import { decodeShareLink, encodeShareLink } from './share-link.ts';

const design = createDesign({
  rows: 5,
  models: [{ alias: 'writer', provider: 'demo', model: '' }],
  columns: [
    columnSchema.parse({ id: 't', name: 'title', fill: { kind: 'generated', call: 'c' } }),
    columnSchema.parse({ id: 'u', name: 'u', fill: { kind: 'uuid' } }),
  ],
  calls: [callSchema.parse({ id: 'c', name: 'copy', model: 'writer' })],
});
const base = 'https://rowsmith.example/';

async function rowsIn(link: string): Promise<LinkRows | undefined> {
  const shared = await decodeShareLink(link);
  return shared.ok ? shared.value.rows : undefined;
}

async function linkWith(value: unknown): Promise<string> {
  const { link } = await encodeShareLink(design, base);
  const bytes = new TextEncoder().encode(JSON.stringify(value));
  return `${link}&r=1.${encodeBase64Url(await deflateRaw(bytes))}`;
}

describe('rows in a link', () => {
  it('come back as they went in, and the design with them', async () => {
    const arbitraryRow = fc.record({
      row: fc.nat({ max: 4 }),
      cells: fc.record({
        t: fc
          .jsonValue({ maxDepth: 2 })
          .map((value) => JSON.parse(JSON.stringify(value)) as string),
      }),
      madeBy: fc.constantFrom('demo', 'openai'),
    });
    await fc.assert(
      fc.asyncProperty(fc.array(arbitraryRow, { minLength: 1, maxLength: 5 }), async (rows) => {
        const { link, characters } = await encodeShareLink(design, base, { c: rows });
        expect(characters).toBe(link.length);
        expect(await decodeShareLink(link)).toEqual({
          ok: true,
          value: { design, notices: [], rows: { c: rows } },
        });
      }),
      { numRuns: 40 },
    );
  });

  it('leave the link as it is where there are none', async () => {
    const plain = await encodeShareLink(design, base);
    expect(await encodeShareLink(design, base, { c: [] })).toEqual(plain);
    expect(await decodeShareLink(plain.link)).not.toHaveProperty('value.rows');
  });

  it('are taken only for calls, columns and rows that the design has', async () => {
    const link = await linkWith({
      c: [
        [0, { t: 'One', u: 'forged', __proto__: 1 }, 'demo'],
        [9, { t: 'Beyond the end' }, ''],
        [-1, { t: 'Before' }, ''],
        [1, 'no object', ''],
        [2, { u: 'only what is sampled' }, ''],
        'no row',
      ],
      other: [[0, { t: 'x' }, '']],
    });
    expect(await rowsIn(link)).toEqual({ c: [{ row: 0, cells: { t: 'One' }, madeBy: 'demo' }] });
  });

  it.each(['AAAA', '', 'x'.repeat(300)])(
    'that are damaged cost nothing but themselves: %#',
    async (payload) => {
      const { link } = await encodeShareLink(design, base);
      expect(await decodeShareLink(`${link}&r=1.${payload}`)).toMatchObject({
        ok: true,
        value: { design, notices: [{ code: 'link-rows-lost' }] },
      });
    },
  );

  it('count for the size of a link, packed and unpacked', async () => {
    let state = 1;
    const noise = Array.from({ length: 120_000 }, () =>
      String.fromCharCode(0x4e00 + ((state = (state * 48_271) % 2_147_483_647) % 20_000)),
    ).join('');
    const { notices } = await encodeShareLink(design, base, {
      c: [{ row: 0, cells: { t: noise } }],
    });
    expect(notices.map(({ code }) => code)).toEqual(['link-too-large']);
    const bomb = await linkWith({ c: [[0, { t: 'x'.repeat(2_000_000) }, '']] });
    expect(await decodeShareLink(bomb)).toMatchObject({
      ok: true,
      value: { notices: [{ code: 'link-rows-lost' }] },
    });
  });
});
