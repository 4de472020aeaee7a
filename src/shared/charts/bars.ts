import { boxOf, lineOf, textAt } from './pen';
import type { Figure, FigureLook, Mark } from './marks';
import { short } from './marks';
import { placeOn, type Scale } from './scale';

export interface FigureBar {
  readonly name: string;
  readonly value: number;
  /** Where a stroke crosses the bar; null for none. */
  readonly over?: number | null;
  readonly fill: string;
  /** A word under the axis where a bar begins a group; empty elsewhere. */
  readonly group: string;
  /** Pointed at, with its name and value. */
  readonly marked: boolean;
}

/** One upright bar a thing, in order. */
export interface BarsView {
  /** Over the axis. */
  readonly title: string;
  readonly bars: readonly FigureBar[];
  /** What the strokes are of; none where nothing is laid over the bars. */
  readonly over?: { readonly name: string; readonly stroke: string } | null;
  readonly scale: Scale;
  readonly tick: (value: number) => string;
}

/** For each layer in the order of the data flow the name of the stage that begins with it, "layer2"; empty elsewhere. */
export function stageStarts(layers: readonly string[]): string[] {
  const stageOf = (layer: string | undefined): string => layer?.split('.')[0] ?? '';
  return layers.map((layer, index) => {
    const stage = stageOf(layer);
    return stage.startsWith('layer') && stage !== stageOf(layers[index - 1]) ? stage : '';
  });
}

const room = { left: 56, top: 24, right: 10, bottom: 26 };
/** From so many bars on they stand side by side. */
const mostApart = 200;

/** A stroke that stands out from a bar of any colour. */
function strokeMarks(left: number, y: number, wide: number, stroke: string, ground: string): Mark[] {
  const d = `M${short(left)} ${short(y)}H${short(left + wide)}`;
  const line = { kind: 'line', d, dash: [], opacity: 1 } as const;
  return [
    { ...line, stroke: ground, width: 5 },
    { ...line, stroke, width: 2 },
  ];
}

/** At the right, over the bars. Its sample has a place of its own, since no one knows how wide the name is drawn. */
function legendMarks({ name, stroke }: NonNullable<BarsView['over']>, right: number, look: FigureLook): Mark[] {
  const sample: Mark = {
    kind: 'line',
    d: `M${short(right - 14)} 10H${short(right)}`,
    stroke,
    width: 2,
    dash: [],
    opacity: 1,
  };
  return [sample, textAt(name, right - 20, 14, 'end', look.muted)];
}

/** Bars over their axis, with the names of groups below. */
export function barsFigure(view: BarsView, width: number, height: number, look: FigureLook): Figure {
  const { title, bars, scale, tick, over: laid } = view;
  const [inner, tall] = [width - room.left - room.right, height - room.top - room.bottom];
  const bottom = room.top + tall;
  const at = (value: number): number => room.top + tall * (1 - Math.min(1, Math.max(0, placeOn(scale, value))));
  const pitch = inner / Math.max(1, bars.length);
  const wide = bars.length > mostApart ? pitch : pitch * 0.78;
  const rows = scale.ticks.flatMap((value): Mark[] => [
    lineOf(`M${room.left} ${short(at(value))}H${short(width - room.right)}`, look.grid),
    textAt(tick(value), room.left - 8, at(value) + 4, 'end', look.muted),
  ]);
  const end = laid ? 'middle' : 'end';
  const drawn = bars.flatMap(({ name, value, over, fill, group, marked }, index): Mark[] => {
    const x = room.left + pitch * index;
    const box = boxOf(x + (pitch - wide) / 2, at(value), wide, bottom - at(value), fill);
    const below = group === '' ? [] : [textAt(group, x, bottom + 17, 'start', look.muted)];
    const reading = `${name}  ${tick(value)}`;
    const own = marked ? [textAt(reading, laid ? width / 2 : width - room.right, 14, end, look.text, true)] : [];
    const strokes =
      laid && typeof over === 'number'
        ? strokeMarks(x + (pitch - wide) / 2, at(over), wide, laid.stroke, look.ground)
        : [];
    return [box, ...strokes, ...below, ...own];
  });
  const legend = laid ? legendMarks(laid, width - room.right, look) : [];
  const marks = [textAt(title, 4, 14, 'start', look.muted), ...rows, ...drawn, ...legend];
  return { width, height, ground: look.ground, font: look.font, marks };
}
