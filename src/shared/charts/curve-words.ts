import { type Area, pixelOf, type Point } from './curve-path';
import { placeLabels } from './end-labels';
import { type LineStyle, markerPath } from './line-style';
import type { FigureLook, Mark } from './marks';
import { short } from './marks';
import { lineOf, textAt } from './pen';
import { isSeen, placeOn, type Scale } from './scale';

/** A place along the axis with a word, or none. */
export interface PlacedWord {
  readonly x: number;
  readonly label: string;
}

/** A line whose end is named. */
interface NamedLine {
  readonly label: string | null;
  readonly points: readonly Point[];
  readonly style: LineStyle;
}

/** Pixels between the end of a curve and its label from which on a dotted line leads there. */
const longLead = 12;
/** Of a line that leads to a label, where it leaves the height of the curve's end. */
const elbow = 7;
/** Words of flags whose flags are nearer to each other share a place. */
const apart = 36;
/** Half of what the word of a flag takes. */
const flagRoom = 40;

/** A text that is legible on whatever lies behind it. */
const haloed = (text: ReturnType<typeof textAt>, { ground }: FigureLook): Mark => ({ ...text, halo: ground });

/** Upright dashed lines with a word each. */
export function stepMarks(marks: readonly PlacedWord[], x: Scale, area: Area, look: FigureLook): Mark[] {
  return marks.flatMap((mark) => {
    if (!isSeen(x, mark.x)) return [];
    const at = Math.round(area.left + area.width * placeOn(x, mark.x)) + 0.5;
    return [
      lineOf(`M${at} ${area.top}V${area.top + area.height}`, look.muted, [3, 3]),
      textAt(mark.label, at + 5, area.top + 11, 'start', look.muted),
    ];
  });
}

/** Small marks at the foot of the drawing; words that would lie on each other stand in one place. */
export function flagMarks(flags: readonly PlacedWord[], x: Scale, area: Area, look: FigureLook): Mark[] {
  const foot = area.top + area.height;
  const seen = flags
    .filter((flag) => isSeen(x, flag.x))
    .map(({ x: place, label }) => ({ at: area.left + area.width * placeOn(x, place), label }))
    .sort((a, b) => a.at - b.at);
  const groups: { from: number; to: number; label: string }[] = [];
  for (const { at, label } of seen.filter(({ label }) => label !== '')) {
    const before = groups.at(-1);
    if (before && at - before.to < apart) Object.assign(before, { to: at, label: `${before.label}, ${label}` });
    else groups.push({ from: at, to: at, label });
  }
  const right = area.left + area.width;
  return [
    ...seen.map(({ at }): Mark => ({ kind: 'area', d: markerPath('diamond', at, foot, 3.6), fill: look.text })),
    ...groups.map(({ from, to, label }) => {
      const [middle, y] = [(from + to) / 2, foot - 8];
      // At the right are the labels of the curves.
      const atEnd = middle > right - flagRoom;
      return haloed(textAt(label, atEnd ? right + 4 : middle, y, atEnd ? 'end' : 'middle', look.muted), look);
    }),
  ];
}

/** The names at the ends of the lines, where these can be seen. */
export function labelMarks(series: readonly NamedLine[], x: Scale, y: Scale, area: Area, look: FigureLook): Mark[] {
  const wanted = series.flatMap(({ label, points, style }) => {
    const last = points.filter((point) => isSeen(x, point.x)).at(-1);
    if (label === null || !last) return [];
    const pixel = pixelOf(last, x, y, area);
    return [{ label, style, x: pixel.x, y: Number.isFinite(pixel.y) ? pixel.y : area.top + area.height }];
  });
  return placeLabels(wanted, area).flatMap(({ label, style, end, ...at }): Mark[] => {
    const lead = end && `M${short(end.x)} ${short(end.y)}H${short(at.x - elbow)}L${short(at.x)} ${short(at.y)}`;
    return [
      ...(lead && at.x - end.x > longLead ? [lineOf(lead, style.colour, [1, 4])] : []),
      { kind: 'area', d: markerPath(style.marker, at.x + 4, at.y, 3.2), fill: style.colour },
      haloed(textAt(label, at.x + 11, at.y + 4, 'start', look.text, true), look),
    ];
  });
}
