import { type Area, curvePath, pixelOf, type Point } from './curve-path';
import { placeLabels } from './end-labels';
import { type LineStyle, markerPath } from './line-style';
import type { Figure, FigureLook, Mark } from './marks';
import { short } from './marks';
import { placeOn, type Scale } from './scale';

export interface CurveSeries {
  readonly name: string;
  /** x rising. */
  readonly points: readonly Point[];
  readonly style: LineStyle;
  /** Faint for the noise behind a line, thin for what is many and noisy; marked also shows each point, up to some sixty. */
  readonly weight: 'faint' | 'thin' | 'line' | 'marked';
  /** Fainter than the others, which are looked at. */
  readonly faded: boolean;
  /** At the end of the line; null for none. */
  readonly label: string | null;
}

export interface CurveAxis {
  readonly title: string;
  readonly scale: Scale;
  readonly tick: (value: number) => string;
}

/** All that a figure of curves shows. */
export interface CurvesView {
  readonly series: readonly CurveSeries[];
  readonly x: CurveAxis;
  readonly y: CurveAxis;
  /** Upright dashed lines with a word. */
  readonly marks: readonly { readonly x: number; readonly label: string }[];
  /** Small marks with a word, or none, at the foot of the drawing. */
  readonly flags?: readonly { readonly x: number; readonly label: string }[];
  /** Pixels at the right for the labels at the ends. */
  readonly labelRoom: number;
}

export const smallText = 11.5;
const room = { left: 56, top: 24, bottom: 42 };
/** Points are marked one by one up to so many. */
const mostMarked = 60;
/** Pixels between the end of a curve and its label from which on a dotted line leads there. */
const longLead = 12;
/** Half of what the word of a flag takes. */
const flagRoom = 40;
const fadedOpacity = 0.22;
const faintOpacity = 0.34;
const opacities = { faint: faintOpacity, thin: 0.75, line: 1, marked: 1 } as const;

const isSeen = ({ low, high }: Scale, value: number): boolean => value >= low && value <= high;

/** Where the curves are drawn in a figure of that size. */
export function curveArea({ labelRoom }: CurvesView, width: number, height: number): Area {
  return {
    ...{ left: room.left, top: room.top },
    width: Math.max(1, width - room.left - labelRoom),
    height: Math.max(1, height - room.top - room.bottom),
  };
}

type Anchor = 'start' | 'middle' | 'end';

function textMark(text: string, x: number, y: number, anchor: Anchor, fill: string, bold = false): Mark {
  return { kind: 'text', x, y, text, size: smallText, bold, anchor, fill };
}

function lineMark(d: string, stroke: string, width: number, dash: readonly number[] = [], opacity = 1): Mark {
  return { kind: 'line', d, stroke, width, dash, opacity };
}

function axisMarks({ x, y }: CurvesView, area: Area, look: FigureLook): Mark[] {
  const { left, top, width, height } = area;
  const bottom = top + height;
  const rows = y.scale.ticks.flatMap((tick): Mark[] => {
    const at = short(top + height * (1 - placeOn(y.scale, tick)));
    return [
      lineMark(`M${left} ${at}H${left + width}`, look.grid, 1),
      textMark(y.tick(tick), left - 8, at + 4, 'end', look.muted),
    ];
  });
  const columns = x.scale.ticks.map((tick) =>
    textMark(x.tick(tick), left + width * placeOn(x.scale, tick), bottom + 18, 'middle', look.muted),
  );
  const titles = [
    textMark(y.title, 4, 12, 'start', look.muted),
    textMark(x.title, left + width / 2, bottom + 36, 'middle', look.muted),
  ];
  return [...rows, ...columns, ...titles];
}

function stepMarks({ marks, x }: CurvesView, { left, top, width, height }: Area, look: FigureLook): Mark[] {
  return marks.flatMap((mark) => {
    if (!isSeen(x.scale, mark.x)) return [];
    const at = Math.round(left + width * placeOn(x.scale, mark.x)) + 0.5;
    return [
      lineMark(`M${at} ${top}V${top + height}`, look.muted, 1, [3, 3]),
      textMark(mark.label, at + 5, top + 11, 'start', look.muted),
    ];
  });
}

function flagMarks({ flags = [], x }: CurvesView, { left, top, width, height }: Area, look: FigureLook): Mark[] {
  return flags.flatMap((flag): Mark[] => {
    if (!isSeen(x.scale, flag.x)) return [];
    const [at, foot] = [left + width * placeOn(x.scale, flag.x), top + height];
    const mark: Mark = { kind: 'area', d: markerPath('diamond', at, foot, 3.6), fill: look.text };
    if (flag.label === '') return [mark];
    // At the right are the labels of the curves.
    const atEnd = at > left + width - flagRoom;
    return [mark, textMark(flag.label, atEnd ? at + 4 : at, foot - 8, atEnd ? 'end' : 'middle', look.muted)];
  });
}

function seriesMarks({ points, style, weight, faded }: CurveSeries, { x, y }: CurvesView, area: Area): Mark[] {
  const width = weight === 'thin' || weight === 'faint' ? 1.1 : 2;
  const opacity = faded ? fadedOpacity : opacities[weight];
  const line = lineMark(curvePath(points, x.scale, y.scale, area), style.colour, width, style.dash, opacity);
  const single = points.length === 1;
  if (faded || (!single && (weight !== 'marked' || points.length > mostMarked))) return [line];
  const inside = points
    .filter((point) => isSeen(x.scale, point.x) && Number.isFinite(point.y) && (!y.scale.logarithmic || point.y > 0))
    .map((point) => pixelOf(point, x.scale, y.scale, area))
    .filter((point) => point.y >= area.top - 1 && point.y <= area.top + area.height + 1);
  const d = inside.map((point) => markerPath(style.marker, point.x, point.y, 3)).join('');
  return [line, { kind: 'area', d, fill: style.colour }];
}

function labelMarks(view: CurvesView, area: Area, look: FigureLook): Mark[] {
  const wanted = view.series.flatMap(({ label, points, style }) => {
    const last = points.filter((point) => isSeen(view.x.scale, point.x)).at(-1);
    if (label === null || !last) return [];
    const { x, y } = pixelOf(last, view.x.scale, view.y.scale, area);
    return [{ label, style, x, y: Number.isFinite(y) ? y : area.top + area.height }];
  });
  return placeLabels(wanted, area).flatMap(({ label, style, x, y, end }): Mark[] => [
    ...(end && x - end.x > longLead
      ? [lineMark(`M${short(end.x)} ${short(end.y)}L${short(x)} ${short(y)}`, style.colour, 1, [1, 4])]
      : []),
    { kind: 'area', d: markerPath(style.marker, x + 4, y, 3.2), fill: style.colour },
    textMark(label, x + 11, y + 4, 'start', look.text, true),
  ]);
}

/** Curves over one axis: grid, axes, lines with their markers, and labels at their ends that do not cover each other. */
export function curvesFigure(view: CurvesView, width: number, height: number, look: FigureLook): Figure {
  const area = curveArea(view, width, height);
  const front = view.series.filter(({ faded }) => !faded);
  const back = view.series.filter(({ faded }) => faded);
  const marks = [
    ...axisMarks(view, area, look),
    ...stepMarks(view, area, look),
    ...[...back, ...front].flatMap((series) => seriesMarks(series, view, area)),
    ...flagMarks(view, area, look),
    ...labelMarks(view, area, look),
  ];
  return { width, height, ground: look.ground, font: look.font, marks };
}
