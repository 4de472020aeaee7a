import { short } from './marks';
import { placeOn, type Scale } from './scale';

export interface Point {
  readonly x: number;
  readonly y: number;
}

/** The drawing's area for curves, in pixels. */
export interface Area {
  readonly left: number;
  readonly top: number;
  readonly width: number;
  readonly height: number;
}

/** The place of a point in pixels. */
export function pixelOf({ x, y }: Point, xScale: Scale, yScale: Scale, area: Area): Point {
  return {
    x: area.left + area.width * placeOn(xScale, x),
    y: area.top + area.height * (1 - placeOn(yScale, y)),
  };
}

/** The part of a segment between two heights; null where none of it is. */
function between(a: Point, b: Point, top: number, bottom: number): readonly [Point, Point] | null {
  if (Math.max(a.y, b.y) < top || Math.min(a.y, b.y) > bottom) return null;
  const at = (from: Point, to: Point): Point => {
    const edge = from.y < top ? top : from.y > bottom ? bottom : null;
    if (edge === null) return from;
    return { x: from.x + ((to.x - from.x) * (edge - from.y)) / (to.y - from.y), y: edge };
  };
  return [at(a, b), at(b, a)];
}

/** A line through the points as a path, cut off where it leaves the area at the top or at the bottom. */
export function curvePath(points: readonly Point[], xScale: Scale, yScale: Scale, area: Area): string {
  const drawn = points
    .filter(({ x, y }) => Number.isFinite(x) && Number.isFinite(y) && (!yScale.logarithmic || y > 0))
    .map((point) => pixelOf(point, xScale, yScale, area));
  const parts: string[] = [];
  let last: Point | null = null;
  for (let index = 1; index < drawn.length; index += 1) {
    const [a, b] = [drawn[index - 1], drawn[index]];
    const segment = a && b ? between(a, b, area.top, area.top + area.height) : null;
    if (!segment) continue;
    const [from, to] = segment;
    if (last === null || last.x !== from.x || last.y !== from.y) parts.push(`M${short(from.x)} ${short(from.y)}`);
    parts.push(`L${short(to.x)} ${short(to.y)}`);
    last = to;
  }
  return parts.join('');
}
