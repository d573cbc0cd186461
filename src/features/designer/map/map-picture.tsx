import { styled } from '@mui/material/styles';
import type { Column } from '#core/design/design.ts';
import { Icon } from '#ui/icon/icon.tsx';
import { fillGlyphOf, fillGroupOf } from '#ui/marks/fill-kinds.ts';
import { fillHue } from '#ui/theme/fill-hue.ts';
import { FORCED } from '#ui/theme/surface.ts';
import { tokenVar } from '#ui/theme/tokens.ts';
import { mapNode, type MapEdge, type MapLayout, type MapNode } from './map-layout.ts';

const Picture = styled('div')({ position: 'relative', margin: '12px 0 16px' });

const Lines = styled('svg')({
  position: 'absolute',
  inset: 0,
  overflow: 'visible',
  fill: 'none',
  '& path': { stroke: tokenVar('line-3'), strokeWidth: 1 },
  '& path[data-on=true]': { stroke: tokenVar('blue-line'), strokeWidth: 1.75 },
});

const Node = styled('button')({
  position: 'absolute',
  display: 'flex',
  alignItems: 'center',
  gap: 6,
  width: mapNode.width,
  height: mapNode.height,
  padding: '0 8px',
  border: 0,
  borderRadius: 6,
  font: 'inherit',
  fontSize: '0.75rem',
  fontWeight: 500,
  cursor: 'pointer',
  [FORCED]: { border: '1px solid' },
  '& > svg': { flexShrink: 0 },
  '& > span': { overflow: 'hidden', textOverflow: 'ellipsis', whiteSpace: 'nowrap' },
  '&[data-on=true]': { boxShadow: `0 0 0 2px ${tokenVar('blue-line')}` },
});

interface MapPictureProps {
  readonly layout: MapLayout;
  readonly columns: readonly Column[];
  readonly selected: string | undefined;
  readonly onSelect: (columnId: string) => void;
}

/** For the eye and the mouse; the list below it says the same and has the keyboard. */
export function MapPicture({ layout, columns, selected, onSelect }: MapPictureProps) {
  const places = new Map(layout.nodes.map((node) => [node.id, node]));
  const isOn = ({ from, to }: MapEdge): boolean => from === selected || to === selected;
  // Lines of the selected column are drawn over the others.
  const edges = layout.edges.toSorted((a, b) => Number(isOn(a)) - Number(isOn(b)));
  return (
    <Picture aria-hidden style={{ height: layout.height }}>
      <Lines width="100%" height={layout.height}>
        {edges.map((edge) => (
          <path
            key={`${edge.from} ${edge.to}`}
            data-on={isOn(edge)}
            d={lineBetween(places.get(edge.from), places.get(edge.to))}
          />
        ))}
      </Lines>
      {columns.map(({ id, name, fill }) => {
        const { left = 0, top = 0 } = places.get(id) ?? {};
        const hue = fillHue(fillGroupOf(fill.kind));
        return (
          <Node
            key={id}
            type="button"
            tabIndex={-1}
            title={name}
            data-on={id === selected}
            style={{ left, top, color: hue.text, backgroundColor: hue.soft }}
            onClick={() => onSelect(id)}
          >
            <Icon glyph={fillGlyphOf(fill.kind)} size={13} />
            <span>{name}</span>
          </Node>
        );
      })}
    </Picture>
  );
}

/** From the lower edge of one to the upper edge of the other. */
function lineBetween(from: MapNode | undefined, to: MapNode | undefined): string {
  if (from === undefined || to === undefined) return '';
  const [x1, y1] = [from.left + mapNode.width / 2, from.top + mapNode.height];
  const [x2, y2] = [to.left + mapNode.width / 2, to.top];
  const bend = Math.max(14, (y2 - y1) / 2);
  return `M${x1} ${y1}C${x1} ${y1 + bend} ${x2} ${y2 - bend} ${x2} ${y2}`;
}
