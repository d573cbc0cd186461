import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { readAnything } from '#core/codecs/import-formats.ts';
import { checkDesign } from '#core/design/check.ts';
import { readPydantic, readTypeScript } from './typed-lines.ts';
import { readJsonSchema } from './json-schema-shape.ts';
import { readSqlTable } from './sql-shape.ts';

async function open(text: string) {
  const read = await readAnything({ text, name: '' });
  if (!read.ok) throw new Error(read.error[0]?.message);
  const { design, notices } = read.value;
  const errors = checkDesign(design).filter(({ severity }) => severity === 'error');
  expect(errors).toEqual([]);
  const columns = Object.fromEntries(
    design.columns.map(({ name, type, fill }) => [name, `${type} ${fill.kind}`]),
  );
  return { design, columns, notices: notices.map(({ message }) => message) };
}

const expected = {
  id: 'integer sequence',
  name: 'text generated',
  kind: 'text category',
  price: 'decimal generated',
  sold: 'boolean boolean',
  added: 'date datetime',
};

describe('a schema in another language as a design', () => {
  it('reads a table of SQL, with keys, closed sets and bounds', async () => {
    const { design, columns, notices } = await open(`-- the shop
CREATE TABLE IF NOT EXISTS shop.lamps (
  id SERIAL PRIMARY KEY,
  name VARCHAR(40) NOT NULL UNIQUE,
  kind TEXT CHECK (kind IN ('desk', 'floor')),
  price NUMERIC(8,2) CHECK (price >= 5 AND price <= 900),
  sold BOOLEAN DEFAULT FALSE,
  added DATE,
  FOREIGN KEY (kind) REFERENCES kinds(id)
);`);
    expect(design.name).toBe('lamps');
    expect(columns).toEqual(expected);
    expect(design.constraints).toMatchObject([
      { kind: 'length', column: 'name', high: 40 },
      { kind: 'unique', columns: ['name'] },
      { kind: 'range', column: 'price', low: 5, high: 900 },
    ]);
    expect(notices).toEqual(['“FOREIGN KEY (kind) REFERENCES kinds(id)” was not taken over.']);
  });

  it('reads interfaces of TypeScript, nested ones too', async () => {
    const { design, columns } = await open(`export interface Maker { name: string; city: string }
export interface Lamp {
  readonly name: string; // As in the catalogue.
  kind: 'desk' | 'floor';
  price: number;
  sold?: boolean;
  makers: Maker[];
}`);
    expect(design.name).toBe('Lamp');
    expect(columns).toMatchObject({
      name: 'text generated',
      kind: 'text category',
      price: 'decimal generated',
      sold: 'boolean boolean',
      makers: 'list generated',
    });
    expect(design.columns[0]?.description).toBe('As in the catalogue.');
    expect(design.columns[4]?.fill).toMatchObject({ fields: [{ name: 'name' }, { name: 'city' }] });
  });

  it('reads models of Pydantic, with the bounds of their fields', async () => {
    const { design, columns } = await open(`from pydantic import BaseModel, Field

class Maker(BaseModel):
    name: str

class Lamp(BaseModel):
    """A lamp."""
    name: str = Field(description="As in the catalogue", max_length=40)
    kind: Literal["desk", "floor"]
    price: float = Field(ge=5, le=900)
    sold: bool = False
    added: date
    maker: Maker | None = None
`);
    expect(columns).toMatchObject({ kind: 'text category', maker: 'object generated' });
    expect(design.columns[0]?.description).toBe('As in the catalogue');
    expect(design.constraints).toMatchObject([
      { kind: 'length', high: 40 },
      { kind: 'range', low: 5, high: 900 },
    ]);
  });

  it('reads JSON Schema, with references, and says what it leaves out', async () => {
    const { columns, notices } = await open(
      JSON.stringify({
        $schema: 'https://json-schema.org/draft/2020-12/schema',
        title: 'Lamp',
        type: 'object',
        $defs: { kind: { enum: ['desk', 'floor'] } },
        properties: {
          name: { type: 'string', pattern: '^[A-Z].+$' },
          kind: { $ref: '#/$defs/kind' },
          price: { anyOf: [{ type: 'number', minimum: 5 }, { type: 'null' }] },
          added: { type: 'string', format: 'date' },
        },
        if: { properties: {} },
      }),
    );
    const { name, kind, price, added } = expected;
    expect(columns).toEqual({ name, kind, price, added });
    expect(notices).toEqual(['“if” was not taken over.']);
  });

  it('takes one component of OpenAPI, and lists the others', async () => {
    const { design, notices } = await open(
      JSON.stringify({
        openapi: '3.1.0',
        components: {
          schemas: {
            Lamp: { properties: { name: { type: 'string' } } },
            Maker: { properties: { city: { type: 'string' } } },
          },
        },
      }),
    );
    expect(design.name).toBe('Lamp');
    expect(notices[0]).toContain('The component Maker was not taken');
  });

  it('takes a component of OpenAPI that is written as YAML, of either release', async () => {
    const schemas = `Order:
      type: object
      required: [id, total]
      properties:
        id: { type: string, format: uuid }
        total: { type: number, minimum: 0 }
        state: { $ref: '#/REF/State' }
    State: { type: string, enum: [open, paid] }
`;
    for (const text of [
      `openapi: 3.1.0\ncomponents:\n  schemas:\n    ${schemas.replace('REF', 'components/schemas')}`,
      `swagger: '2.0'\ndefinitions:\n    ${schemas.replace('REF', 'definitions')}`,
    ]) {
      const read = await readAnything({ text, name: 'api.yaml' });
      expect(read.ok && read.value.design.name).toBe('Order');
      expect(read.ok && read.value.design.columns.map(({ fill }) => fill.kind)).toEqual([
        'uuid',
        'generated',
        'category',
      ]);
    }
  });

  it('says so when a text is in no known format', async () => {
    const read = await readAnything({ text: 'a walk by the sea', name: 'walk.txt' });
    expect(read.ok ? '' : read.error[0]?.message).toContain('SQL table');
  });

  it('never throws, whatever the text', async () => {
    const piece = fc.constantFrom(
      ...[
        'create table t (',
        'interface A {',
        'class A(B):\n',
        ' x: list[int]',
        ')',
        '}',
        ',',
        "'",
      ],
      ...['{"properties":{', '"a":{"$ref":"#/properties/a"}', '}}', ' id int primary key', '\n'],
    );
    const text = fc.array(fc.oneof(piece, fc.string()), { maxLength: 12 });
    await fc.assert(
      fc.asyncProperty(text, async (pieces) => {
        const whole = pieces.join('');
        readSqlTable(whole);
        readTypeScript(whole);
        readPydantic(whole);
        readJsonSchema(whole);
        await readAnything({ text: whole, name: '' });
      }),
      { numRuns: 300 },
    );
  });
});
