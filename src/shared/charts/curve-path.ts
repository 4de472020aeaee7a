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
  return { x: area.left + area.width * placeOn(xScale, x), y: area.top + area.height * (1 - placeOn(yScale, y)) };
}

/** The part of a segment between two values of one of its coordinates; null where none of it is. */
function cut(a: Point, b: Point, along: 'x' | 'y', low: number, high: number): readonly [Point, Point] | null {
  if (Math.max(a[along], b[along]) < low || Math.min(a[along], b[along]) > high) return null;
  const across = along === 'x' ? 'y' : 'x';
  const at = (from: Point, to: Point): Point => {
    const edge = from[along] < low ? low : from[along] > high ? high : null;
    if (edge === null) return from;
    const crossing = from[across] + ((to[across] - from[across]) * (edge - from[along])) / (to[along] - from[along]);
    return along === 'x' ? { x: edge, y: crossing } : { x: crossing, y: edge };
  };
  return [at(a, b), at(b, a)];
}

function inside(a: Point, b: Point, { left, top, width, height }: Area): readonly [Point, Point] | null {
  const upright = cut(a, b, 'x', left, left + width);
  return upright && cut(...upright, 'y', top, top + height);
}

/** A line through the points as a path, cut off where it leaves the area. */
export function curvePath(points: readonly Point[], xScale: Scale, yScale: Scale, area: Area): string {
  const drawn = points
    .filter(({ x, y }) => Number.isFinite(x) && Number.isFinite(y) && (!yScale.logarithmic || y > 0))
    .map((point) => pixelOf(point, xScale, yScale, area));
  const parts: string[] = [];
  let last: Point | null = null;
  for (let index = 1; index < drawn.length; index += 1) {
    const [a, b] = [drawn[index - 1], drawn[index]];
    const segment = a && b ? inside(a, b, area) : null;
    if (!segment) continue;
    const [from, to] = segment;
    if (last === null || last.x !== from.x || last.y !== from.y) parts.push(`M${short(from.x)} ${short(from.y)}`);
    parts.push(`L${short(to.x)} ${short(to.y)}`);
    last = to;
  }
  return parts.join('');
}
