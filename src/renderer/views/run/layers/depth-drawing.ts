import { formatValue, type Scale, shareOn } from '../../../parts/network/quantity';
import { axisStep } from '../../../parts/charts/axis';
import { words } from '../../../text/words.svelte';
import type { Drawing, Mark, Palette } from './depth-marks';
import type { DepthView, Strip } from './depth-view';

interface Look extends Palette {
  readonly grid: string;
  readonly chosen: string;
}

/** Room at the left for the numbers of the axes, at the bottom for the stages, and above a strip for its name. */
const [axis, foot, title, right] = [52, 22, 20, 8];
const mostDecades = 5;
/** Pixels between two numbers of an axis at least. */
const tickRoom = 18;

/** Numbers at the lines of an axis. */
export function ticksOf({ low, high, logarithmic }: Scale): number[] {
  if (logarithmic) {
    const [first, last] = [Math.round(Math.log10(low)), Math.round(Math.log10(high))];
    const step = Math.ceil((last - first) / mostDecades);
    return Array.from({ length: Math.floor((last - first) / step) + 1 }, (_, index) =>
      Number(`1e${first + index * step}`),
    );
  }
  if (low < 0) return [low, 0, high];
  const step = axisStep(high);
  return Array.from({ length: Math.round(high / step) + 1 }, (_, index) => Number((index * step).toPrecision(6)));
}

/** Place of the middle of a bar. */
export function barAt(index: number, count: number, width: number): number {
  return axis + ((width - axis - right) * (index + 0.5)) / count;
}

/** The bar under a place; -1 beside the bars. */
export function barUnder(x: number, count: number, width: number): number {
  const index = Math.floor(((x - axis) / (width - axis - right)) * count);
  return index >= 0 && index < count ? index : -1;
}

function stripMarks(
  { label, values, scale }: Strip,
  { names, chosen }: DepthView,
  [width, top, height]: readonly [number, number, number],
  look: Look,
): Mark[] {
  const [from, room] = [top + title, height - title];
  const at = (value: number) => from + room * (1 - shareOn(scale, value));
  const text = (
    content: string,
    x: number,
    y: number,
    anchor: 'start' | 'middle' | 'end',
    fill: string,
    bold = false,
  ): Mark => ({ kind: 'text', x, y, text: content, size: 11.5, bold, anchor, fill });
  const all = ticksOf(scale);
  const every = Math.max(1, Math.ceil((tickRoom * (all.length - 1)) / room));
  const lines = all
    .filter((_, index) => index % every === 0)
    .flatMap((tick): Mark[] => [
      { kind: 'path', d: `M${axis} ${at(tick)}H${width - right}`, stroke: look.grid, width: 1 },
      text(formatValue(tick), axis - 8, at(tick) + 4, 'end', look.muted),
    ]);
  const zero = at(scale.low < 0 ? 0 : scale.low);
  const pitch = (width - axis - right) / names.length;
  const bars = values.map((value, index): Mark => {
    const colour = names[index] === chosen ? look.chosen : look.accent;
    const y = Math.min(at(value), zero);
    const box = {
      x: axis + pitch * (index + 0.1),
      y,
      width: Math.max(pitch * 0.8, 0.5),
      height: Math.abs(at(value) - zero),
    };
    return { kind: 'box', ...box, radius: pitch > 6 ? 1.5 : 0, fill: colour, stroke: 'none' };
  });
  const marked = names.indexOf(chosen ?? '');
  const marks = [
    text(scale.logarithmic ? `${label}, ${words.layers.log}` : label, axis, top + 12, 'start', look.muted),
    ...lines,
    ...bars,
  ];
  if (marked >= 0) {
    const reading = `${chosen} ${formatValue(values[marked] ?? NaN)}`;
    marks.push(text(reading, width - right, top + 12, 'end', look.chosen, true));
  }
  return marks;
}

/** The strips below each other over one axis of depth, with the stages under it. */
export function depthDrawing(view: DepthView, width: number, height: number, look: Look): Drawing {
  const { names, strips } = view;
  const each = (height - foot) / strips.length;
  const stages = names.flatMap((name, index): Mark[] => {
    const stage = name.split('.')[0] ?? '';
    if (!/^layer\d/.test(stage) || stage === names[index - 1]?.split('.')[0]) return [];
    const x = barAt(index, names.length, width);
    return [
      { kind: 'text', x, y: height - 5, text: stage, size: 11.5, bold: false, anchor: 'start', fill: look.muted },
    ];
  });
  const marks = strips.flatMap((strip, index) => stripMarks(strip, view, [width, index * each, each], look));
  return { width, height, ground: look.panel, font: look.font, marks: [...marks, ...stages] };
}
