import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { formatPath } from '#core/base/diagnostic.ts';
import { arbitraryDesign } from '#core/design/arbitrary-design.contract.ts';
import { createDesign } from '#core/design/defaults.ts';
import type { DatasetDesign } from '#core/design/design.ts';
import { rowsmithJson } from './rowsmith-json.ts';

function encode(design: DatasetDesign): string {
  return rowsmithJson.encode(design).text;
}

function problemsOf(text: string): readonly string[] {
  const result = rowsmithJson.decode(text);
  const found = result.ok ? result.value.notices : result.error;
  return found.map(({ code, path }) => `${code} ${formatPath(path)}`.trim());
}

describe('rowsmithJson', () => {
  it('gives back the same design for any design', () => {
    fc.assert(
      fc.property(arbitraryDesign, (design) => {
        expect(rowsmithJson.decode(encode(design))).toEqual({
          ok: true,
          value: { design, notices: [] },
        });
      }),
    );
  });

  it('writes the same text whatever the order of the keys', () => {
    const design = createDesign({ name: 'Order' });
    const shuffled = Object.fromEntries(
      Object.entries(design).reverse(),
    ) as unknown as DatasetDesign;
    expect(encode(shuffled)).toBe(encode(design));
  });

  it('keeps short objects on one line and tables one value a line', () => {
    const design = createDesign({
      columns: [
        {
          id: 'type',
          name: 'type',
          description: '',
          type: 'text',
          fill: {
            kind: 'category',
            values: [
              { value: 'OLED', weight: 55 },
              { value: 'QLED', weight: 45 },
            ],
          },
          nullRate: 0,
          drop: false,
        },
      ],
    });
    expect(encode(design)).toMatchInlineSnapshot(`
      "{
        "version": 1,
        "name": "Untitled design",
        "brief": "",
        "instructions": "",
        "dialect": "jinja",
        "seed": 1,
        "rows": 100,
        "models": [],
        "sources": [],
        "columns": [
          {
            "id": "type",
            "name": "type",
            "description": "",
            "type": "text",
            "fill": {
              "kind": "category",
              "values": [
                { "value": "OLED", "weight": 55 },
                { "value": "QLED", "weight": 45 }
              ]
            },
            "nullRate": 0,
            "drop": false
          }
        ],
        "copulas": [],
        "calls": [],
        "constraints": [],
        "variety": { "avoidRecent": 100 },
        "charts": [],
        "output": { "format": "jsonl" }
      }
      "
    `);
  });

  it('never throws on any text', () => {
    fc.assert(
      fc.property(fc.string(), fc.json(), (text, json) => {
        rowsmithJson.decode(text);
        rowsmithJson.decode(json);
      }),
    );
  });

  it('reads past a byte order mark', () => {
    expect(problemsOf('\uFEFF{"version":1}')).toEqual([]);
  });

  it.each([
    ['{"version":1,}', 'json-syntax'],
    ['{"version":1 // one\n}', 'json-syntax'],
    ['', 'json-syntax'],
    ['['.repeat(100_000), 'json-too-deep'],
    [`"${'x'.repeat(1_000_000)}"`, 'json-too-long'],
    [`[${'0,'.repeat(60_000)}0]`, 'json-too-many-values'],
    ['7', 'not-a-design'],
  ])('refuses a broken text: %#', (text, code) => {
    expect(problemsOf(text)).toEqual([code]);
  });

  it('reports a key given twice and uses the last', () => {
    const text = '{"version":1,"name":"a","variety":{"avoidRecent":1,"avoidRecent":2},"name":"b"}';
    expect(problemsOf(text)).toEqual(['duplicate-key variety.avoidRecent', 'duplicate-key name']);
    expect(rowsmithJson.decode(text)).toMatchObject({
      value: { design: { name: 'b', variety: { avoidRecent: 2 } } },
    });
  });

  it('reports digits that a number cannot keep', () => {
    expect(
      problemsOf(
        '{"version":1,"sources":[{"id":"s","kind":"inline","rows":[{"x":12345678901234567890}]}]}',
      ),
    ).toEqual(['number-imprecise sources[0].rows[0].x']);
  });
});
