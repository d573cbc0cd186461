import type { Tokens } from '#ui/theme/tokens.ts';
import { paintOf } from './paint.ts';
import { moved } from './picture-svg.ts';
import type { Paint, Picture, Shape } from './picture.ts';

interface PictureShapesProps {
  readonly picture: Picture;
  /** Of the scheme on screen. */
  readonly tokens: Tokens;
}

/** The marks of a picture as SVG elements. */
export function PictureShapes({ picture, tokens }: PictureShapesProps) {
  return (
    <g>
      {picture.shapes.map((shape, index) => (
        <ShapeElement key={index} shape={shape} tokens={tokens} />
      ))}
    </g>
  );
}

function ShapeElement({ shape, tokens }: { readonly shape: Shape; readonly tokens: Tokens }) {
  const paint = (value: Paint | undefined) =>
    value === undefined ? 'none' : paintOf(value, tokens);
  if (shape.kind === 'text')
    return (
      <text
        x={shape.x}
        y={shape.y}
        dy="0.35em"
        fill={paint(shape.fill ?? 'ink-3')}
        fontSize={shape.size ?? 11}
        fontWeight={shape.weight}
        textAnchor={shape.anchor}
        style={{ fontVariantNumeric: 'tabular-nums' }}
      >
        {shape.text}
      </text>
    );
  const shared = {
    fill: paint(shape.fill),
    stroke: paint(shape.stroke),
    strokeWidth: shape.strokeWidth,
    strokeDasharray: shape.dash,
    opacity: shape.opacity,
  };
  if (shape.kind === 'path') return <path d={shape.d} transform={moved(shape)} {...shared} />;
  return (
    <rect
      x={shape.x}
      y={shape.y}
      width={Math.max(0, shape.width)}
      height={Math.max(0, shape.height)}
      rx={shape.radius}
      {...shared}
    />
  );
}
