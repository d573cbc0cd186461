import { describe, expect, it } from 'vitest';
import { codeLanguages, hasSyntaxCheck, type CodeLanguage } from '#core/design/code-language.ts';
import { designSchema } from '#core/design/design-schema.ts';
import { toDatasetPort } from '#core/engine/dataset-port-adapter.ts';
import { createDataset } from '#core/engine/dataset.ts';
import { noLocales } from '#core/engine/sample/load-locales.ts';
import { createDemoModel } from '#core/llm/demo/demo-model.ts';
import { loadCodeChecks } from './code-checks.ts';
import { extractCode } from './extract-code.ts';

const designOf = (code: CodeLanguage, more: object = {}) =>
  designSchema.parse({
    version: 1,
    rows: 3,
    models: [{ alias: 'm' }],
    columns: [
      { id: 'topic', name: 'topic', fill: { kind: 'category', values: [{ value: "o'clock" }] } },
      { id: 'code', name: 'code', fill: { kind: 'generated', call: 'c', code, ...more } },
    ],
    calls: [
      {
        id: 'c',
        name: 'c',
        model: 'm',
        rowsPerRequest: 1,
        output: { kind: 'text' },
        messages: [{ role: 'user', content: 'About {{ topic }}.' }],
      },
    ],
  });

async function checkOf(code: CodeLanguage) {
  const check = (await loadCodeChecks(designOf(code))).get(code);
  if (check === undefined) throw new Error(`There is no check of ${code}.`);
  return check;
}

async function datasetOf(code: CodeLanguage, more?: object) {
  const design = designOf(code, more);
  const created = createDataset(design, noLocales, await loadCodeChecks(design));
  if (!created.ok) throw new Error('The design is sound.');
  created.value.plan(3);
  return created.value;
}

describe('syntax checks', () => {
  it.each<[CodeLanguage, string]>([
    ['json', '{"a": [1, 2]}'],
    [
      'python',
      'async def f(a: int = 1, *, b) -> str:\n    match a:\n        case 1: return f"{a!r}"',
    ],
    ['python', 'x = [row for row in rows if (y := row)]\n'],
    ['sql:postgres', "INSERT INTO t (a) VALUES ('x') ON CONFLICT (a) DO NOTHING RETURNING *;"],
    ['sql:sqlite', 'CREATE TABLE IF NOT EXISTS t (id INTEGER PRIMARY KEY AUTOINCREMENT)'],
    ['sql:mysql', 'SELECT `a` FROM t LIMIT 3, 4'],
    ['sql:bigquery', 'SELECT * EXCEPT(a) FROM `p.d.t`'],
    ['sql:tsql', 'SELECT TOP 5 [a b] FROM dbo.t'],
    ['sql:ansi', 'SELECT a, COUNT(*) FROM t GROUP BY a'],
    ['sql:sqlite', 'INSERT INTO t (a) VALUES (1) ON CONFLICT(a) DO UPDATE SET a = excluded.a'],
    ['sql:sqlite', 'SELECT SUM(a) OVER (ORDER BY b), COUNT(*) FILTER (WHERE a) FROM t'],
    // What follows is right, and unknown to the grammar.
    ['python', 'with (open(a) as f, open(b) as g):\n    x = yield'],
    ['python', 'def f(*args: *Ts): return a[*args], t"{args}"'],
    ['sql:sqlite', 'PRAGMA foreign_keys = ON'],
    ['sql:postgres', 'WITH d AS (DELETE FROM t RETURNING *) INSERT INTO s SELECT * FROM d'],
    ['sql:postgres', "SELECT a FROM t WHERE b = 'it''s (' FETCH FIRST 5 ROWS ONLY -- (\n"],
    ['sql:postgres', 'CREATE TABLE t (id INT GENERATED ALWAYS AS IDENTITY, a INT CHECK (a > 0))'],
    ['sql:postgres', "DO $$ BEGIN PERFORM f('('); END $$;"],
    ['sql:mysql', 'SELECT * FROM a NATURAL JOIN b WHERE c <=> NULL'],
    ['sql:bigquery', 'SELECT a FROM t QUALIFY ROW_NUMBER() OVER (ORDER BY c) = 1'],
    ['sql:tsql', 'MERGE INTO t USING s ON t.id = s.id WHEN MATCHED THEN UPDATE SET a = s.a;'],
    ['sql:tsql', 'CREATE PROCEDURE p @x INT AS BEGIN SELECT @x END'],
  ])('of %s let %j pass', async (language, code) => {
    expect((await checkOf(language))(code)).toBeUndefined();
  });

  it.each<[CodeLanguage, string, number, number]>([
    ['json', '{\n  "a": 1,\n}', 3, 1],
    ['json', '[1 2]', 1, 4],
    ['json', '{"a" 1}', 1, 6],
    ['json', '{a: 1}', 1, 2],
    ['json', '[1] x', 1, 5],
    ['json', '["a', 1, 2],
    ['json', '[1, ', 1, 5],
    ['json', "['a']", 1, 2],
    ['json', '[01]', 1, 3],
    ['json', '{"a": [1}', 1, 9],
    ['python', 'def f(:\n    pass', 1, 7],
    ['python', 'x = 1\nfor i in range(3)\n    print(i)', 2, 18],
    ['sql:postgres', 'SELECT a\nFROM FROM t', 2, 11],
    ['sql:mysql', 'SELECT * FROM t\nWHERE', 2, 6],
    ['sql:sqlite', 'SELECT SUM(a) OVER ORDER BY b) FROM t', 1, 30],
    ['sql:postgres', 'INSERT INTO t (a)\nVALUES (1), (2', 2, 15],
    ['sql:postgres', 'SELECT "QUALIFY" FROM t WHERE', 1, 30],
    // Constructs that the grammar does not know are looked at for what is left open.
    ['sql:postgres', 'MERGE INTO t USING (SELECT 1 FROM s', 1, 20],
    ['sql:bigquery', 'SELECT a FROM t QUALIFY MAX(a)) = 1', 1, 31],
    ['sql:tsql', "EXEC sp_help 't", 1, 14],
    ['python', 'with (open(a) as f):\n    print(1', 2, 12],
  ])('of %s find the fault in %j', async (...[language, code, line, column]) => {
    expect((await checkOf(language))(code)).toMatchObject({ line, column });
  });

  it('are loaded for the languages of a design alone, and not where they are turned off', async () => {
    expect([...(await loadCodeChecks(designOf('python'))).keys()]).toEqual(['python']);
    expect((await loadCodeChecks(designOf('python', { isCodeChecked: false }))).size).toBe(0);
    expect((await loadCodeChecks(designOf('cobol'))).size).toBe(0);
  });
});

it('there is a check of just those languages that are said to have one', async () => {
  for (const language of codeLanguages)
    expect([...(await loadCodeChecks(designOf(language))).keys()]).toEqual(
      hasSyntaxCheck(language) ? [language] : [],
    );
});

describe('a column of code', () => {
  it('keeps the code without its fence', async () => {
    const dataset = await datasetOf('python');
    const answer = { row: 0, values: { code: 'Sure:\n```python\nprint(1)\n```' } };
    expect(dataset.offer('c', [answer])).toMatchObject([
      { kind: 'accepted', cells: { code: 'print(1)' } },
    ]);
  });

  it('sends broken code back with the place of the fault', async () => {
    const dataset = await datasetOf('json');
    const [verdict] = dataset.offer('c', [{ row: 0, values: { code: '{"a": }' } }]);
    expect(verdict).toMatchObject({
      kind: 'rejected',
      reasons: [
        'code: is no valid JSON, at line 1, column 7: “}” cannot stand there. That line reads: "{\\"a\\": }"',
      ],
    });
  });

  it('takes it all the same where the check is turned off', async () => {
    const dataset = await datasetOf('json', { isCodeChecked: false });
    const [verdict] = dataset.offer('c', [{ row: 0, values: { code: '{"a": }' } }]);
    expect(verdict?.kind).toBe('accepted');
  });

  it('tells the model the form of the answer, and what was wrong with the last one', async () => {
    const dataset = await datasetOf('sql:postgres');
    const corrections = { 0: ['code: is no valid SQL (PostgreSQL), at line 1, column 3'] };
    const task = await toDatasetPort(dataset).prepare({
      callId: 'c',
      rows: [0],
      attempt: 2,
      corrections,
    });
    expect(task.chat?.at(-1)?.content).toBe(
      "About o'clock.\n\nAnswer with one block of SQL (PostgreSQL) code between ```sql and ```.\nYour earlier answer was refused: code: is no valid SQL (PostgreSQL), at line 1, column 3",
    );
  });

  it.each(codeLanguages)(
    'of %s is answered by the demo model so that it can be read',
    async (language) => {
      const dataset = await datasetOf(language);
      const task = dataset.prepare({ callId: 'c', rows: [1], attempt: 1, corrections: {} });
      let text = '';
      const request = { model: 'demo', messages: task.chat ?? [], parameters: {}, task };
      for await (const event of createDemoModel().stream(request, new AbortController().signal))
        if (event.kind === 'text-delta') text += event.text;
      const extracted = extractCode(text, language);
      expect(extracted.ok).toBe(true);
      if (extracted.ok && hasSyntaxCheck(language))
        expect((await checkOf(language))(extracted.value.code)).toBeUndefined();
    },
  );
});
