import { tokenVar } from '#ui/theme/tokens.ts';

const LINES = [
  { y: 0, solid: [34, 44], dashed: 68 },
  { y: 15, solid: [34, 36], dashed: 53 },
  { y: 30, solid: [34, 50], dashed: 60 },
] as const;

/** Rows that are not there yet: two columns already sampled, one still to write. */
export function GhostRows() {
  return (
    <svg width={170} height={40} aria-hidden focusable="false">
      {LINES.map(({ y, solid, dashed }) => (
        <g key={y}>
          <rect x={0} y={y} width={solid[0]} height={8} rx={4} fill={tokenVar('press')} />
          <rect x={42} y={y} width={solid[1]} height={8} rx={4} fill={tokenVar('press')} />
          <rect
            x={100.5}
            y={y + 0.5}
            width={dashed}
            height={8}
            rx={4}
            fill="none"
            stroke={tokenVar('line-3')}
            strokeDasharray="3 2"
          />
        </g>
      ))}
    </svg>
  );
}
