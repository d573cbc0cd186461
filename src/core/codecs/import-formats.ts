/**
 * Everything that can be opened as a design, in one table: what tells a format apart, and how it is read.
 * Readers are loaded when a text in their format comes.
 */
import type { Diagnostic } from '#core/base/diagnostic.ts';
import { failure, success, type Result } from '#core/base/result.ts';
import type { RestoredDesign } from '#core/design/restore.ts';
import type { ReadShape } from './shapes/shape.ts';
import { detectFormat, startOf } from './detect.ts';
import { isDataFile } from './rows/data-file.ts';
import { endingOfRows, readRows } from './rows/read-rows.ts';
import type { RowsPart } from './rows/rows-part.ts';
import { rowsmithJson } from './rowsmith-json.ts';
import { decodeShareLink } from './share-link.ts';

export interface ImportedText {
  readonly text: string;
  /** Empty for pasted text. */
  readonly name: string;
}

type Read = Result<RestoredDesign, readonly Diagnostic[]>;

export interface ImportFormat {
  readonly id: string;
  /** What people call it. */
  readonly label: string;
  /** Cheap: looks at the name and the beginning. The first format that says yes reads the text. */
  readonly detects: (imported: ImportedText) => boolean;
  readonly read: (imported: ImportedText) => Promise<Read> | Read;
}

/** In the order in which they are tried. */
const importFormats: readonly ImportFormat[] = [
  {
    id: 'share-link',
    label: 'share link',
    detects: ({ text, name }) => detectFormat(text, name) === 'share-link',
    read: ({ text }) => decodeShareLink(text),
  },
  {
    id: 'data-designer',
    label: 'Data Designer configuration',
    detects: ({ text, name }) => detectFormat(text, name) === 'data-designer',
    read: async ({ text }) =>
      (await import('./data-designer/data-designer.ts')).dataDesigner.decode(text),
  },
  {
    id: 'rows',
    label: 'CSV, TSV, JSON or JSONL rows',
    detects: (imported) => isDataFile(imported.name) || isRows(imported),
    read: ({ text, name }) => openRows({ name, bytes: new TextEncoder().encode(text) }),
  },
  {
    id: 'oumi-yaml',
    label: 'Oumi configuration',
    detects: ({ text, name }) => detectFormat(text, name) === 'oumi-yaml',
    read: async ({ text }) => (await import('./oumi/oumi-yaml.ts')).oumiYaml.decode(text),
  },
  {
    id: 'sql',
    label: 'SQL table',
    detects: (imported) => /\bcreate\s+(?:temporary\s+)?table\b/i.test(startOf(imported.text)),
    read: async ({ text }) => openShape((await import('./shapes/sql-shape.ts')).readSqlTable(text)),
  },
  {
    id: 'typescript',
    label: 'TypeScript interface',
    detects: (imported) =>
      /^(?:export\s+)?(?:interface\s+\w+|type\s+\w+\s*=\s*\{)/m.test(startOf(imported.text)),
    read: async ({ text }) =>
      openShape((await import('./shapes/typed-lines.ts')).readTypeScript(text)),
  },
  {
    id: 'pydantic',
    label: 'Pydantic model',
    detects: (imported) => /^class\s+\w+\s*(?:\(|:)/m.test(startOf(imported.text)),
    read: async ({ text }) =>
      openShape((await import('./shapes/typed-lines.ts')).readPydantic(text)),
  },
  {
    id: 'json-schema',
    label: 'JSON Schema or OpenAPI component',
    detects: (imported) => isSchema(startOf(imported.text)),
    read: async ({ text }) =>
      openShape((await import('./shapes/json-schema-shape.ts')).readJsonSchema(text)),
  },
  {
    id: 'yaml-schema',
    label: 'OpenAPI in YAML',
    detects: (imported) =>
      /^(?:openapi|swagger|\$schema|["']\$schema["'])\s*:/m.test(startOf(imported.text)),
    read: async ({ text }) =>
      openShape((await import('./shapes/yaml-schema.ts')).readYamlSchema(text)),
  },
  {
    id: 'rowsmith-json',
    label: 'Rowsmith JSON',
    detects: (imported) => /^[{["]/.test(startOf(imported.text)),
    read: ({ text }) => rowsmithJson.decode(text),
  },
];

/** The id of the format that a text would be read in; undefined when none knows it. */
export function formatOf(imported: ImportedText): string | undefined {
  return importFormats.find(({ detects }) => detects(imported))?.id;
}

/** Reads a text of any known format. Never throws; what could not be read is among the notices. */
export async function readAnything(imported: ImportedText): Promise<Read> {
  const format = importFormats.find(({ detects }) => detects(imported));
  if (format !== undefined) return format.read(imported);
  return failure([
    {
      path: [],
      code: 'format-unknown',
      severity: 'error',
      message: `The format was not recognised. Known are: ${importFormats.map(({ label }) => label).join(', ')}.`,
    },
  ]);
}

interface RowsFile {
  readonly name: string;
  readonly bytes: Uint8Array;
}

/** A data file as a design that makes more of its rows. */
export async function openRows(file: RowsFile): Promise<Read> {
  const part = await readRowsPart(file);
  if (!part.ok) return part;
  const draft = (await import('./rows/rows-part.ts')).draftOfParts([part.value]);
  return draft.ok ? (await import('./rows/rows-design.ts')).designOfDraft(draft.value) : draft;
}

/** The rows of a data file or of pasted text, before anything is made of them. */
export async function readRowsPart(
  file: RowsFile,
): Promise<Result<RowsPart, readonly Diagnostic[]>> {
  const named = isDataFile(file.name) ? file : { ...file, name: `rows.${endingOf(file.bytes)}` };
  const read = await readRows(named);
  if (read.ok) return success({ ...read.value, name: file.name, sizeBytes: file.bytes.length });
  return failure([{ path: [], code: 'rows-unreadable', severity: 'error', message: read.error }]);
}

async function openShape(shape: ReadShape | undefined): Promise<Read> {
  if (shape === undefined)
    return failure([
      {
        path: [],
        code: 'no-fields',
        severity: 'error',
        message: 'No fields were found in it. It has to declare an object with properties.',
      },
    ]);
  return (await import('./shapes/shape-design.ts')).designOfShape(shape);
}

/** A schema says so, or has properties and no columns. */
function isSchema(start: string): boolean {
  if (!start.startsWith('{')) return false;
  if (/^\{\s*"(?:\$schema|openapi)"/.test(start)) return !/"(?:columns|fills)"\s*:/.test(start);
  const properties = start.search(/"properties"\s*:/);
  const columns = start.search(/"(?:columns|version)"\s*:/);
  return properties >= 0 && (columns < 0 || properties < columns);
}

function endingOf(bytes: Uint8Array): string {
  return endingOfRows(new TextDecoder().decode(bytes)) ?? 'csv';
}

/** A list of objects, objects line by line, or a table; a design is one object over many lines, or has a version. */
function isRows(imported: ImportedText): boolean {
  if (detectFormat(imported.text, imported.name) === 'oumi-yaml') return false;
  const ending = endingOfRows(imported.text);
  if (ending !== 'jsonl') return ending !== undefined;
  const [first = '', second = ''] = startOf(imported.text).split('\n', 2);
  return second.trim().startsWith('{') && !/"version"\s*:/.test(first.slice(0, 200));
}
