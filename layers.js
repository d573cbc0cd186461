// Who may import whom. Lint turns this table into import rules (type-only imports included), and
// src/architecture.test.ts checks that the rules really refuse a wrong import.
// A folder may always import itself. `features/*` stands for each feature: none imports another.
const core = (...rooms) => rooms.map((room) => `core/${room}`);

export const layers = {
  'core/base': [],
  'core/expression': core('base'),
  'core/llm': core('base'),
  'core/design': core('base', 'expression'),
  'core/rows': core('base', 'design'),
  'core/codecs': core('base', 'design', 'expression'),
  'core/analysis': core('base', 'design', 'expression', 'rows'),
  'core/export': core('base', 'design', 'rows'),
  'core/engine': core('base', 'design', 'expression', 'rows', 'llm'),
  runtime: ['core'],
  state: ['core', 'runtime'],
  ui: core('base'),
  'features/*': [
    ...core('base', 'design', 'expression', 'codecs', 'rows', 'analysis'),
    'state',
    'ui',
  ],
  app: ['core', 'runtime', 'state', 'ui', 'features'],
  cli: ['core', 'runtime'],
};
