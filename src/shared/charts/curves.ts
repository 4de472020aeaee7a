import { type Area, curvePath, pixelOf, type Point } from './curve-path';
import { flagMarks, labelMarks, type PlacedWord, stepMarks } from './curve-words';
import { type LineStyle, markerPath } from './line-style';
import type { Figure, FigureLook, Mark } from './marks';
import { short } from './marks';
import { lineOf, textAt } from './pen';
import { isSeen, placeOn, type Scale } from './scale';

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
  readonly marks: readonly PlacedWord[];
  /** Small marks with a word, or none, at the foot of the drawing. */
  readonly flags?: readonly PlacedWord[];
  /** Pixels at the right for the labels at the ends. */
  readonly labelRoom: number;
}

const room = { left: 56, top: 24, bottom: 42 };
/** Points are marked one by one up to so many. */
const mostMarked = 60;
const fadedOpacity = 0.22;
const faintOpacity = 0.34;
const opacities = { faint: faintOpacity, thin: 0.75, line: 1, marked: 1 } as const;

/** Where the curves are drawn in a figure of that size. */
export function curveArea({ labelRoom }: CurvesView, width: number, height: number): Area {
  return {
    left: room.left,
    top: room.top,
    width: Math.max(1, width - room.left - labelRoom),
    height: Math.max(1, height - room.top - room.bottom),
  };
}

function axisMarks({ x, y }: CurvesView, area: Area, look: FigureLook): Mark[] {
  const { left, top, width, height } = area;
  const bottom = top + height;
  const rows = y.scale.ticks.flatMap((tick): Mark[] => {
    const at = short(top + height * (1 - placeOn(y.scale, tick)));
    return [
      lineOf(`M${left} ${at}H${left + width}`, look.grid),
      textAt(y.tick(tick), left - 8, at + 4, 'end', look.muted),
    ];
  });
  const columns = x.scale.ticks.map((tick) =>
    textAt(x.tick(tick), left + width * placeOn(x.scale, tick), bottom + 18, 'middle', look.muted),
  );
  const titles = [
    textAt(y.title, 4, 12, 'start', look.muted),
    textAt(x.title, left + width / 2, bottom + 36, 'middle', look.muted),
  ];
  return [...rows, ...columns, ...titles];
}

function seriesMarks({ points, style, weight, faded }: CurveSeries, { x, y }: CurvesView, area: Area): Mark[] {
  const width = weight === 'thin' || weight === 'faint' ? 1.1 : 2;
  const opacity = faded ? fadedOpacity : opacities[weight];
  const d = curvePath(points, x.scale, y.scale, area);
  const line: Mark = { kind: 'line', d, stroke: style.colour, width, dash: style.dash, opacity };
  const single = points.length === 1;
  if (faded || (!single && (weight !== 'marked' || points.length > mostMarked))) return [line];
  const inside = points
    .filter((point) => isSeen(x.scale, point.x) && Number.isFinite(point.y) && (!y.scale.logarithmic || point.y > 0))
    .map((point) => pixelOf(point, x.scale, y.scale, area))
    .filter((point) => point.y >= area.top - 1 && point.y <= area.top + area.height + 1);
  const markers = inside.map((point) => markerPath(style.marker, point.x, point.y, 3)).join('');
  return [line, { kind: 'area', d: markers, fill: style.colour }];
}

/** Curves over one axis: grid, axes, lines with their markers, and labels at their ends that do not cover each other. */
export function curvesFigure(view: CurvesView, width: number, height: number, look: FigureLook): Figure {
  const area = curveArea(view, width, height);
  const front = view.series.filter(({ faded }) => !faded);
  const back = view.series.filter(({ faded }) => faded);
  const marks = [
    ...axisMarks(view, area, look),
    ...stepMarks(view.marks, view.x.scale, area, look),
    ...[...back, ...front].flatMap((series) => seriesMarks(series, view, area)),
    ...flagMarks(view.flags ?? [], view.x.scale, area, look),
    ...labelMarks(view.series, view.x.scale, view.y.scale, area, look),
  ];
  return { width, height, ground: look.ground, font: look.font, marks };
}
