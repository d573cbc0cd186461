import { styled } from '@mui/material/styles';
import type { JsonValue } from '#core/base/json.ts';
import { FONT_MONO } from '#ui/theme/font-families.ts';
import { tokenVar } from '#ui/theme/tokens.ts';
import { valueTints } from './value-tints.ts';

const Tree = styled('div')({
  fontFamily: FONT_MONO,
  fontSize: '0.75rem',
  lineHeight: '20px',
  letterSpacing: '-0.03em',
  overflowWrap: 'anywhere',
  '& details': { paddingLeft: 14 },
  '& details > div': { paddingLeft: 14 },
  '& summary': { marginLeft: -14, cursor: 'pointer', color: tokenVar('ink-2') },
  ...valueTints,
});

/** Entries that are drawn of one list or object; the rest is counted. */
const mostEntries = 200;
const openDepth = 3;

/** A nested value that folds. Texts stay texts, whatever they hold. */
export function JsonTree({ value }: { readonly value: JsonValue }) {
  return (
    <Tree>
      <Node value={value} depth={0} />
    </Tree>
  );
}

interface NodeProps {
  readonly name?: string;
  readonly value: JsonValue;
  readonly depth: number;
}

function Node({ name, value, depth }: NodeProps) {
  const label = name === undefined ? '' : `${name}: `;
  if (typeof value !== 'object' || value === null)
    return (
      <div>
        {label}
        <span data-value={kindOf(value)}>{JSON.stringify(value)}</span>
      </div>
    );
  const entries = Object.entries(value);
  const count = Array.isArray(value) ? `${entries.length} items` : `${entries.length} fields`;
  return (
    <details open={depth < openDepth}>
      <summary>
        {label}
        {count}
      </summary>
      {entries.slice(0, mostEntries).map(([key, item]) => (
        <Node key={key} name={key} value={item} depth={depth + 1} />
      ))}
      {entries.length > mostEntries && <div>{entries.length - mostEntries} more</div>}
    </details>
  );
}

function kindOf(value: JsonValue): string {
  if (typeof value === 'string') return 'string';
  return typeof value === 'number' ? 'number' : 'literal';
}
