/** Where an arrow leads among tiles that are laid out in lines of several. */
export interface TilePlace {
  readonly left: number;
  readonly top: number;
}

/** Left and right follow the order, up and down the nearest tile of the line above or below. Undefined for other keys. */
export function tileTarget(
  key: string,
  from: number,
  places: readonly TilePlace[],
): number | undefined {
  const count = places.length;
  const here = places[from];
  if (here === undefined) return undefined;
  if (key === 'ArrowRight') return (from + 1) % count;
  if (key === 'ArrowLeft') return (from + count - 1) % count;
  if (key === 'ArrowDown') return inLine(places, here, 1) ?? 0;
  if (key === 'ArrowUp') return inLine(places, here, -1) ?? count - 1;
  return undefined;
}

/** The nearest of the next line in a direction; undefined beyond the last line. */
function inLine(places: readonly TilePlace[], here: TilePlace, step: 1 | -1): number | undefined {
  const beyond = places.flatMap((place, index) => {
    const down = (place.top - here.top) * step;
    return down > 0 ? [{ index, down, across: Math.abs(place.left - here.left) }] : [];
  });
  beyond.sort((a, b) => a.down - b.down || a.across - b.across);
  return beyond[0]?.index;
}
