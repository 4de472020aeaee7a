import type { Figure, FigureLook, Mark } from './marks';
import { short } from './marks';
import { boxOf, lineOf, textAt } from './pen';
import { linearScale, placeOn } from './scale';

/** How many values lie in each of the equal spans from `low` to `high`. */
export interface HistogramView {
  readonly title: string;
  readonly low: number;
  readonly high: number;
  readonly counts: readonly number[];
  readonly fill: string;
  /** Writes a value of the lower axis. */
  readonly value: (value: number) => string;
  /** Writes a count. */
  readonly count: (count: number) => string;
}

const room = { left: 64, top: 28, right: 16, bottom: 28 };

/** A histogram with both of its axes, and a line at 0 where that lies inside. */
export function histogramFigure(view: HistogramView, width: number, height: number, look: FigureLook): Figure {
  const { title, low, high, counts, fill } = view;
  const [inner, tall] = [width - room.left - room.right, height - room.top - room.bottom];
  const bottom = room.top + tall;
  const scale = linearScale(
    counts.reduce((a, b) => Math.max(a, b), 0),
    { rounded: true, whole: true },
  );
  const at = (count: number): number => room.top + tall * (1 - placeOn(scale, count));
  const pitch = inner / Math.max(1, counts.length);
  const rows = scale.ticks.flatMap((tick): Mark[] => [
    lineOf(`M${room.left} ${short(at(tick))}H${short(width - room.right)}`, look.grid),
    textAt(view.count(tick), room.left - 8, at(tick) + 4, 'end', look.muted),
  ]);
  const bars = counts.map((count, index) =>
    boxOf(room.left + pitch * index + pitch * 0.05, at(count), pitch * 0.9, bottom - at(count), fill),
  );
  const zero = low < 0 && high > 0 ? room.left + (inner * -low) / (high - low) : null;
  const origin =
    zero === null
      ? []
      : [
          lineOf(`M${short(zero)} ${room.top}V${bottom}`, look.muted, [2, 2]),
          textAt('0', zero, bottom + 17, 'middle', look.muted),
        ];
  const ends = [
    textAt(view.value(low), room.left, bottom + 17, 'start', look.muted),
    textAt(view.value(high), width - room.right, bottom + 17, 'end', look.muted),
  ];
  const marks = [textAt(title, 4, 15, 'start', look.text, true), ...rows, ...bars, ...origin, ...ends];
  return { width, height, ground: look.ground, font: look.font, marks };
}
