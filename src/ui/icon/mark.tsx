import { tokenVar } from '#ui/theme/tokens.ts';

/** The product's mark: an anvil made of three rows, the top one hot. */
export function Mark({ size = 20 }: { readonly size?: number }) {
  return (
    <svg
      width={size}
      height={size}
      viewBox="0 0 20 20"
      aria-hidden
      focusable="false"
      style={{ flexShrink: 0 }}
    >
      <path
        d="M1.4 3.6H17.6a1 1 0 0 1 1 1V7a1 1 0 0 1-1 1H8.2C4.9 8 2.2 6.3 1.4 3.6Z"
        fill={tokenVar('ember-line')}
      />
      <g fill={tokenVar('ink')}>
        <rect x={8.2} y={9.4} width={6.4} height={3.2} rx={0.8} />
        <rect x={5.4} y={14} width={12} height={3.2} rx={1} />
      </g>
    </svg>
  );
}
