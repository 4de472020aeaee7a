import type { CartesianScaleTypeRegistry, Scale, ScaleOptionsByType } from 'chart.js';
import { textFont } from './chart';
import type { ChartLook } from './look';

/** Which values an axis shows, and how it writes them. */
export interface ValueAxis {
  readonly title: string;
  readonly low: number;
  readonly high: number;
  /** Left out for a linear axis. */
  readonly logarithmic?: boolean;
  /** Whether it goes on to the next of the values that are written at it. */
  readonly rounded?: boolean;
  /** The highest number of spans between the values that are written at it, where there is little room. */
  readonly most?: number;
  /** Whether it is of seconds, which are written by minutes and hours. */
  readonly time?: boolean;
  /** Whether there are only whole numbers. */
  readonly whole?: boolean;
  readonly tick: (value: number) => string;
}

/** Spans between what is written at an axis of time, in seconds; from days on they are as those of other axes. */
const timeSteps = [1, 2, 5, 10, 15, 30, 60, 120, 300, 600, 900, 1800, 3600, 7200, 10_800, 21_600, 43_200, 86_400];

/** Between the values that are written at an axis with room for them. */
const usualSpans = 6;

/** Ends of an axis around positive values: powers of ten. */
export function powersAround(low: number, high: number): { readonly low: number; readonly high: number } {
  const known = low > 0 && Number.isFinite(high) && high >= low;
  const [first, last] = known ? [Math.floor(Math.log10(low)), Math.ceil(Math.log10(high))] : [-1, 0];
  return { low: Number(`1e${first}`), high: Number(`1e${Math.max(last, first + 1)}`) };
}

/** Leaves of a logarithmic axis' values whole powers, and where there are few powers, 2 and 5 between them. */
function thinPowers(scale: Scale, most: number): void {
  const decades = Math.round(Math.log10(scale.max / scale.min));
  const every = Math.ceil(decades / most);
  scale.ticks = scale.ticks.filter(({ value }) => {
    const power = Math.floor(Math.log10(value) + 1e-9);
    const digit = Number((value / 10 ** power).toPrecision(6));
    if (digit !== 1) return 3 * decades <= most && (digit === 2 || digit === 5);
    return (power - Math.round(Math.log10(scale.min))) % every === 0;
  });
}

/** Values that are whole multiples of a step. */
function ticksEvery(step: number, low: number, high: number): { value: number }[] {
  const first = Math.ceil(low / step);
  return Array.from({ length: Math.floor(high / step) - first + 1 }, (_, index) => ({ value: (first + index) * step }));
}

/** Round values in a little room, of which there are at least two: those at the ends where no others fit. */
function fewTicks(low: number, high: number, most: number): { value: number }[] {
  const power = 10 ** Math.floor(Math.log10((high - low) / most));
  for (const digit of [1, 2, 5, 10, 20]) {
    const ticks = ticksEvery(digit * power, low, high);
    if (ticks.length > 1 && ticks.length <= most + 1) return ticks;
  }
  return [{ value: low }, { value: high }];
}

type AxisOptions = ScaleOptionsByType<keyof CartesianScaleTypeRegistry>;

/** The axis below bars or strips that stand in groups, one label a group at its beginning. @param room Pixels below the plot. */
export function groupAxis(labels: readonly (string | undefined)[], look: ChartLook, room: number) {
  return {
    type: 'category' as const,
    border: { display: false },
    grid: { display: false },
    ticks: {
      color: look.muted,
      font: textFont(look),
      autoSkip: false,
      maxRotation: 0,
      align: 'start' as const,
      callback: (index: string | number) => labels[Number(index)],
    },
    afterFit: (axis: Scale) => {
      axis.height = room;
    },
  };
}

/** An axis as Chart.js draws it. @param room Pixels beside the plot that it takes. */
export function axisOptions(axis: ValueAxis, look: ChartLook, along: 'x' | 'y', room: number) {
  const { low, high, logarithmic = false, rounded = false, most, time = false, whole = false } = axis;
  const step = time ? timeSteps.find((candidate) => candidate >= (high - low) / (most ?? usualSpans)) : undefined;
  return {
    type: logarithmic ? 'logarithmic' : 'linear',
    min: low,
    ...(rounded && !logarithmic ? {} : { max: high }),
    border: { display: false },
    grid: along === 'x' ? { display: false } : { color: look.grid, drawTicks: false },
    title: {
      display: along === 'x' && axis.title !== '',
      text: axis.title,
      color: look.muted,
      font: { ...textFont(look), lineHeight: 1.2 },
      padding: { top: 4, bottom: 0 },
    },
    ticks: {
      color: look.muted,
      font: textFont(look),
      padding: along === 'x' ? 0 : 8,
      maxRotation: 0,
      includeBounds: false,
      maxTicksLimit: logarithmic ? 100 : (most ?? usualSpans) + 1,
      autoSkip: along === 'x',
      ...(whole ? { precision: 0 } : {}),
      callback: (value: number | string) => axis.tick(Number(value)),
    },
    afterDataLimits: (scale: Scale) => {
      // The axis tells what is shown, not the data: a curve may leave it.
      [scale.min, scale.max] = [low, high > low ? high : low + 1];
    },
    afterBuildTicks: (scale: Scale) => {
      if (logarithmic) thinPowers(scale, most ?? usualSpans);
      else if (step !== undefined) scale.ticks = ticksEvery(step, low, high);
      else if (most !== undefined && !rounded) scale.ticks = fewTicks(scale.min, scale.max, most);
    },
    afterFit: (scale: Scale) => {
      if (along === 'x') scale.height = room;
      else scale.width = room;
    },
  } satisfies Partial<Record<keyof AxisOptions | string, unknown>>;
}
