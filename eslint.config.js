import { existsSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { defineConfig } from 'eslint/config';
import js from '@eslint/js';
import tseslint from 'typescript-eslint';
import { importX } from 'eslint-plugin-import-x';
import { createTypeScriptImportResolver } from 'eslint-import-resolver-typescript';
import reactHooks from 'eslint-plugin-react-hooks';
import prettier from 'eslint-config-prettier';
import { layers } from './layers.js';

const root = import.meta.dirname;
const codeFiles = ['**/*.ts', '**/*.tsx'];
const testFiles = [
  '**/*.test.ts',
  '**/*.test.tsx',
  '**/*.contract.ts',
  'e2e/**',
  '**/test-setup.ts',
];
const configFiles = ['*.config.ts', '*.config.js'];

/** One import zone per folder of the table; `features/*` becomes one zone for each feature. */
function layerZones() {
  return Object.entries(layers).flatMap(([folder, allowed]) =>
    foldersOf(folder).map((target) => ({
      target: `./src/${target}`,
      from: './src',
      except: [target, ...allowed].map((name) => `./${name}`),
      message: `${folder} may import ${allowed.join(', ') || 'nothing but itself'} (layers.js).`,
    })),
  );
}

function foldersOf(folder) {
  if (!folder.endsWith('/*')) return [folder];
  const parent = folder.slice(0, -2);
  const directory = join(root, 'src', parent);
  if (!existsSync(directory)) return [];
  return readdirSync(directory).map((name) => `${parent}/${name}`);
}

const bannedSyntax = [
  {
    selector: 'ExportAllDeclaration, ExportNamedDeclaration[source]',
    message: 'No barrels: import from the file that defines the name.',
  },
  {
    selector: 'JSXAttribute[name.name="dangerouslySetInnerHTML"]',
    message: 'Data is text: render it as children.',
  },
  {
    selector: 'Property[key.name="dangerouslySetInnerHTML"]',
    message: 'Data is text: render it as children.',
  },
];
const bannedDefaultExport = {
  selector: 'ExportDefaultDeclaration, ExportSpecifier[exported.name="default"]',
  message: 'No default exports: a name is the same wherever it is used.',
};
const bannedAmbientDate = {
  selector:
    'NewExpression[callee.name="Date"][arguments.length=0], CallExpression[callee.name="Date"]',
  message: 'Take the time from the clock of the host.',
};

const htmlProperties = ['innerHTML', 'outerHTML', 'insertAdjacentHTML'].map((property) => ({
  property,
  message: 'Data is text: use textContent or a component.',
}));
const networkGlobals = ['fetch', 'XMLHttpRequest', 'WebSocket', 'EventSource'];
const networkMessage = 'Only src/runtime/provider-fetch.ts speaks to the network.';
const networkProperties = ['globalThis', 'window', 'self', 'navigator'].flatMap((object) =>
  [...networkGlobals, 'sendBeacon'].map((property) => ({
    object,
    property,
    message: networkMessage,
  })),
);
const ambientProperties = [
  ['Math', 'random', 'Take a seeded random stream.'],
  ['Date', 'now', 'Take the time from the clock of the host.'],
  ['performance', 'now', 'Take the time from the clock of the host.'],
  ['crypto', 'getRandomValues', 'Take a seeded random stream.'],
  ['crypto', 'randomUUID', 'Take a seeded random stream.'],
].map(([object, property, message]) => ({ object, property, message }));
const bannedJsonParse = {
  object: 'JSON',
  property: 'parse',
  message: 'Use parseJson of core/base/json.ts: it guards size and depth.',
};

const restrictGlobals = (names, message) => names.map((name) => ({ name, message }));
const hostGlobals = restrictGlobals(
  ['setTimeout', 'setInterval', 'setImmediate', 'self', 'window', 'document', 'localStorage'],
  'core runs anywhere: take it from the host.',
);
const pageDependencies =
  '^(node:|react($|/|-)|@mui/|@emotion/|zustand|@tanstack/|monaco-editor|recharts|idb$|lucide-react)';
const parentImport = {
  regex: '^\\.\\./',
  message: 'Import from another folder by its full name: #layer/folder/file.ts.',
};

const sizeLimit = (max) => ['error', { max, skipBlankLines: true, skipComments: true }];

export default defineConfig(
  {
    ignores: ['dist', 'coverage', 'test-results', 'playwright-report', '.cache', 'public', 'docs'],
  },
  { linterOptions: { reportUnusedDisableDirectives: 'error' } },
  js.configs.recommended,
  tseslint.configs.strictTypeChecked,
  tseslint.configs.stylisticTypeChecked,
  {
    // Its rules compile every function they see; only these folders know React.
    files: ['src/{state,ui,features,app}/**/*.{ts,tsx}'],
    ignores: ['**/*.test.*'],
    ...reactHooks.configs.flat.recommended,
  },
  {
    // tsconfig.node.json covers every file, tests and scripts too, so one program serves all.
    files: codeFiles,
    languageOptions: { parserOptions: { project: './tsconfig.node.json', tsconfigRootDir: root } },
  },
  { files: ['**/*.js', '**/*.mjs'], ...tseslint.configs.disableTypeChecked },
  {
    plugins: { 'import-x': importX },
    settings: {
      'import-x/resolver-next': [
        createTypeScriptImportResolver({ project: join(root, 'tsconfig.node.json') }),
      ],
    },
    rules: {
      'import-x/no-restricted-paths': ['error', { basePath: root, zones: layerZones() }],
    },
  },
  {
    rules: {
      // A switch over a union is one decision, however many kinds the union has.
      complexity: ['error', { max: 12, variant: 'modified' }],
      eqeqeq: 'error',
      'max-depth': ['error', 3],
      'max-lines': sizeLimit(350),
      'max-lines-per-function': sizeLimit(60),
      'no-alert': 'error',
      'no-console': 'error',
      'no-eval': 'error',
      'no-new-func': 'error',
      'no-restricted-properties': ['error', ...htmlProperties],
      'no-restricted-syntax': ['error', ...bannedSyntax, bannedDefaultExport],
    },
  },
  {
    files: codeFiles,
    rules: {
      '@typescript-eslint/consistent-type-imports': 'error',
      // There are no enums here: the compiler refuses them (erasableSyntaxOnly).
      '@typescript-eslint/no-unsafe-enum-assignment': 'off',
      '@typescript-eslint/no-unsafe-enum-comparison': 'off',
      '@typescript-eslint/max-params': ['error', { max: 3 }],
      // A library's types are widened by an interface that extends ours and adds nothing.
      '@typescript-eslint/no-empty-object-type': [
        'error',
        { allowInterfaces: 'with-single-extends' },
      ],
      // Dropping a property by rest is the readable way to copy an object without it.
      '@typescript-eslint/no-unused-vars': ['error', { ignoreRestSiblings: true }],
      // `onClick={() => close()}` is the usual form of a handler.
      '@typescript-eslint/no-confusing-void-expression': ['error', { ignoreArrowShorthand: true }],
      // `while (true)` with a break is clearer than an artificial condition.
      '@typescript-eslint/no-unnecessary-condition': [
        'error',
        { allowConstantLoopConditions: 'only-allowed-literals' },
      ],
      // `for…of` over the numbers of a typed array takes five times as long as counting.
      '@typescript-eslint/prefer-for-of': 'off',
      // Numbers print the same everywhere; objects and null stay refused.
      '@typescript-eslint/restrict-template-expressions': ['error', { allowNumber: true }],
      // A default that calls assertNever is checked by the compiler itself.
      '@typescript-eslint/switch-exhaustiveness-check': [
        'error',
        { considerDefaultExhaustiveForUnions: true, requireDefaultForNonUnion: true },
      ],
    },
  },
  { files: ['**/*.tsx'], rules: { 'max-lines-per-function': sizeLimit(80) } },
  {
    files: ['src/**'],
    rules: {
      'no-restricted-globals': ['error', ...restrictGlobals(networkGlobals, networkMessage)],
      'no-restricted-imports': ['error', { patterns: [parentImport] }],
      'no-restricted-properties': ['error', ...htmlProperties, ...networkProperties],
    },
  },
  {
    files: ['src/core/**'],
    rules: {
      'max-lines': sizeLimit(300),
      'no-restricted-globals': [
        'error',
        ...restrictGlobals(networkGlobals, networkMessage),
        ...hostGlobals,
      ],
      'no-restricted-imports': [
        'error',
        {
          patterns: [
            parentImport,
            { regex: pageDependencies, message: 'core runs anywhere: no page, storage or Node.' },
          ],
        },
      ],
      'no-restricted-properties': [
        'error',
        ...htmlProperties,
        ...networkProperties,
        ...ambientProperties,
        bannedJsonParse,
      ],
      'no-restricted-syntax': ['error', ...bannedSyntax, bannedDefaultExport, bannedAmbientDate],
    },
  },
  {
    files: ['src/core/base/json.ts'],
    rules: { 'no-restricted-properties': ['error', ...htmlProperties, ...ambientProperties] },
  },
  { files: ['src/runtime/provider-fetch.ts'], rules: { 'no-restricted-globals': 'off' } },
  {
    files: testFiles,
    rules: {
      'max-lines': sizeLimit(500),
      'max-lines-per-function': 'off',
      'no-restricted-globals': ['error', ...restrictGlobals(networkGlobals, networkMessage)],
      'no-restricted-imports': ['error', { patterns: [parentImport] }],
      'no-restricted-properties': ['error', ...htmlProperties],
      // A wrong assertion fails the test, which is what it is for.
      '@typescript-eslint/no-non-null-assertion': 'off',
      // expect.any() and its family are typed any.
      '@typescript-eslint/no-unsafe-assignment': 'off',
      // A fake of an asynchronous port often has nothing to wait for.
      '@typescript-eslint/require-await': 'off',
    },
  },
  {
    // Chance and wall time in a core test make it pass today and fail tomorrow.
    files: ['src/core/**/*.test.ts', 'src/core/**/*.contract.ts'],
    rules: { 'no-restricted-properties': ['error', ...htmlProperties, ...ambientProperties] },
  },
  {
    // No layer names there; they may use the network and read a page's markup as evidence.
    files: ['e2e/**', 'scripts/**', 'bench/**'],
    rules: {
      'no-restricted-globals': 'off',
      'no-restricted-imports': 'off',
      'no-restricted-properties': 'off',
    },
  },
  { files: ['src/cli/**', 'scripts/**', 'bench/**'], rules: { 'no-console': 'off' } },
  {
    // Rooms that have outgrown their limits and are to be split. Nothing may be added to this list.
    files: ['src/core/rows/stored-column.ts'],
    rules: { complexity: ['error', 30], 'max-lines-per-function': sizeLimit(125) },
  },
  {
    // The tools read their configuration from the default export.
    files: configFiles,
    rules: { 'no-restricted-syntax': ['error', ...bannedSyntax] },
  },
  prettier,
);
