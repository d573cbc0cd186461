import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { extractCode } from './extract-code.ts';

describe('code in an answer', () => {
  it.each([
    ['x = 1', 'x = 1', 1],
    ['```python\nx = 1\n```', 'x = 1', 2],
    ['Here it is:\n\n```py\nx = 1\ny = 2\n```\nDone.', 'x = 1\ny = 2', 4],
    ['```\nfirst\n```\nor\n```python\nsecond\n```', 'second', 6],
    ['````python\n```\ninner\n```\n````', '```\ninner\n```', 2],
    ['```python\nx = 1', 'x = 1', 2],
    ['~~~python\r\nx = 1\r\n~~~', 'x = 1', 2],
    ['```python title="a.py"\nx = 1\n```', 'x = 1', 2],
    ['```{.python .numberLines}\nx = 1\n```', 'x = 1', 2],
    ['\uFEFF```Python\nx = 1\n````', 'x = 1', 2],
    ['```python\nprint(1)\n```\nIt prints\n```\n1\n```', 'print(1)', 2],
    ['```sql\nselect 1\n```\nand\n```py\nx = 1\n```', 'x = 1', 6],
    ['```py\nx = 1\n```\nTry it:\n```bash\npython a.py\n```', 'x = 1', 2],
    ['1. So:\n   ```py\n   if x:\n       y\n   ```', 'if x:\n    y', 3],
    ['`x = 1`', 'x = 1', 1],
    ['```python x = 1```', 'x = 1', 1],
    ['`python`', 'python', 1],
  ])('%j is %j', (answer, code, line) => {
    expect(extractCode(answer, 'python')).toEqual({ ok: true, value: { code, line } });
  });

  it.each([
    ['```sql\nselect 1\n```', 'is a block of sql and not of python'],
    ['```python\n\n```', 'holds no code'],
    ['  ', 'holds no code'],
  ])('%j %s', (answer, reason) => {
    expect(extractCode(answer, 'python')).toEqual({ ok: false, error: reason });
  });

  it('of a dialect may be called by the language or by the dialect', () => {
    for (const tag of ['sql', 'postgresql', 'SQL'])
      expect(extractCode(`\`\`\`${tag}\nselect 1\n\`\`\``, 'sql:postgres').ok).toBe(true);
  });

  it('comes out of its fence whatever it is', () => {
    fc.assert(
      fc.property(
        fc.string().filter((text) => text.trim() !== '' && !/[`~\r]/.test(text)),
        (code) => {
          const extracted = extractCode(`Sure.\n\`\`\`python\n${code}\n\`\`\`\nBye.`, 'python');
          expect(extracted.ok && extracted.value.code).toBe(code);
        },
      ),
    );
  });
});
