/**
 * Which column is drawn from within which others, so that rules between two columns hold without a
 * second draw. Columns are taken out from the last drawn to the first; what a column that goes asks of
 * two that stay (from u < v and v < w follows u < w) is put between those, so that it never finds itself
 * between two numbers that leave it no room. Rules that columns drawn in order keep by themselves add nothing.
 */
import type { Inequality } from '#core/design/inequality.ts';
import type { Readings } from './readings.ts';

/** `lower + gap ≤ upper`, by ids of columns. */
export interface Order {
  readonly lower: string;
  readonly upper: string;
  readonly gap: number;
  /** As in `Gap`. */
  readonly slack: number;
  /** The column to give way where both can. */
  readonly target: string;
  /** The rules that ask for it; none for what the law of a column keeps to by itself. */
  readonly rules: readonly Inequality[];
}

/** The value of another column plus a number. */
export interface MovingBound {
  readonly columnId: string;
  readonly add: number;
}

export interface MovingBounds {
  readonly atLeast: readonly MovingBound[];
  readonly atMost: readonly MovingBound[];
}

interface Link {
  readonly lower: string;
  readonly upper: string;
  gap: number;
  slack: number;
  /** The column that is drawn from within the other; undefined when neither can be. */
  readonly drawn: string | undefined;
  /** As in `Order`. */
  rules: readonly Inequality[];
}

export interface MovingOrder {
  /** By column id; only columns that a rule bounds by another. */
  readonly bounds: ReadonlyMap<string, MovingBounds>;
  /** Rules that ask, alone or together, for an order of two columns neither of which can be drawn from within the other. */
  readonly unheld: ReadonlySet<Inequality>;
}

export interface OrderedColumns {
  readonly isNarrowable: (columnId: string) => boolean;
  /** How far its values lie apart; 0 where they lie densely. */
  readonly grainOf: (columnId: string) => number;
  /** True for an order that the laws of its two columns keep to by themselves. */
  readonly isLaw: (order: Order) => boolean;
}

/**
 * Where both columns of a rule can give way, it is the one whose values lie closer together: between two of
 * them there may be none of the other's. Time grows with the orders, and with those that follow from them.
 */
export function movingBoundsOf(
  orders: readonly Order[],
  readings: Readings,
  { isNarrowable, grainOf, isLaw }: OrderedColumns,
): MovingOrder {
  const links = createLinks(({ lower, upper, target }) => {
    const other = target === upper ? lower : upper;
    const first = grainOf(other) < grainOf(target) ? other : target;
    const last = first === target ? other : target;
    const otherOf = (id: string): string => (id === upper ? lower : upper);
    const drawn = [first, last].find((id) => isNarrowable(id) && readings.canRead(id, otherOf(id)));
    if (drawn !== undefined) readings.add(drawn, otherOf(drawn));
    return drawn;
  });
  const unheld = new Set<Inequality>();
  const put = (order: Order): void => {
    if (!links.put(order) && !isLaw(order)) for (const rule of order.rules) unheld.add(rule);
  };
  for (const order of orders) put(order);
  readings.takeOut((columnId, hasGone) => {
    for (const order of followingFrom(columnId, links.at(columnId), hasGone)) put(order);
  });
  return { bounds: boundsOf(links.all()), unheld };
}

function boundsOf(links: readonly Link[]): ReadonlyMap<string, MovingBounds> {
  const bounds = new Map<string, { atLeast: MovingBound[]; atMost: MovingBound[] }>();
  for (const { lower, upper, gap, slack, drawn, rules } of links) {
    if (drawn === undefined || rules.length === 0) continue;
    const least = Number.isFinite(slack) ? gap - slack : gap;
    const own = bounds.get(drawn) ?? { atLeast: [], atMost: [] };
    bounds.set(drawn, own);
    if (drawn === upper) own.atLeast.push({ columnId: lower, add: least });
    else own.atMost.push({ columnId: upper, add: -least });
  }
  return bounds;
}

/** What a column asks of the columns around it that are drawn before it. */
function followingFrom(
  columnId: string,
  around: readonly Link[],
  hasGone: (id: string) => boolean,
): readonly Order[] {
  const below = around.filter(({ upper, lower }) => upper === columnId && !hasGone(lower));
  const above = around.filter(({ upper, lower }) => lower === columnId && !hasGone(upper));
  return below.flatMap(({ lower, gap, slack, rules }) =>
    above
      .filter((next) => next.upper !== lower && rules.length + next.rules.length > 0)
      .map((next) => ({
        ...{ lower, upper: next.upper, target: next.upper },
        rules: [...rules, ...next.rules],
        ...{ gap: gap + next.gap, slack: Math.min(slack, next.slack) },
      })),
  );
}

interface Links {
  /** Adds an order, or raises the gap of the one between the same two; true where the draws keep to it. */
  put(order: Order): boolean;
  at(columnId: string): readonly Link[];
  all(): readonly Link[];
}

function createLinks(orient: (order: Order) => string | undefined): Links {
  const around = new Map<string, Link[]>();
  const links: Link[] = [];
  const at = (columnId: string): Link[] => {
    const known = around.get(columnId) ?? [];
    around.set(columnId, known);
    return known;
  };
  return {
    put(order) {
      const { lower, upper, gap, slack, rules } = order;
      const shorter = at(lower).length < at(upper).length ? at(lower) : at(upper);
      const known = shorter.find((link) => link.lower === lower && link.upper === upper);
      if (known !== undefined) {
        if (gap <= known.gap) return known.rules.length === 0 || known.drawn !== undefined;
        Object.assign(known, { gap, slack, rules });
        return known.drawn !== undefined;
      }
      const link: Link = { lower, upper, gap, slack, drawn: orient(order), rules };
      links.push(link);
      at(lower).push(link);
      at(upper).push(link);
      return link.drawn !== undefined;
    },
    at,
    all: () => links,
  };
}
