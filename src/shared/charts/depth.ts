import type { ChartConfiguration, Plugin, ScaleOptions } from 'chart.js';
import { axisOptions, groupAxis } from './axis';
import { mostApart, stageStarts } from './bars';
import { type AnyChart, commonOptions, type Size } from './chart';
import { type ChartLook, fontOf } from './look';

/** One row of bars, a bar a layer or block; of dots where its axis is logarithmic, which has no 0 for a bar to stand on. */
export interface Strip {
  readonly label: string;
  readonly values: readonly number[];
  /** Ends of the axis, which holds 0 unless it is logarithmic. */
  readonly scale: { readonly low: number; readonly high: number; readonly logarithmic: boolean };
}

/** Values by depth: layers or blocks in the order of the data flow. */
export interface DepthView {
  readonly names: readonly string[];
  readonly strips: readonly Strip[];
  /** Name of the layer or block that is marked; null for none. */
  readonly chosen: string | null;
  readonly write: (value: number) => string;
  /** Behind the name of a strip whose axis is logarithmic. */
  readonly logarithmic: string;
}

export interface DepthLook extends ChartLook {
  readonly training: string;
  readonly validation: string;
}

/** Room at the left for the numbers of the axes, at the bottom for the stages, and above a strip for its name. */
const [left, foot, head, right] = [52, 22, 20, 8];

/** The name of each strip over it, and what is marked in it at the right. */
function stripNames({ names, strips, chosen, write, logarithmic }: DepthView, look: DepthLook): Plugin {
  const marked = names.indexOf(chosen ?? '');
  return {
    id: 'stripNames',
    afterDatasetsDraw({ ctx, scales, chartArea }) {
      ctx.save();
      ctx.textBaseline = 'alphabetic';
      strips.forEach(({ label, values, scale }, index) => {
        const y = (scales[`y${index}`]?.top ?? 0) - 8;
        ctx.font = fontOf(look);
        ctx.textAlign = 'left';
        ctx.fillStyle = look.muted;
        ctx.fillText(scale.logarithmic ? `${label}, ${logarithmic}` : label, chartArea.left, y);
        if (marked < 0) return;
        ctx.font = fontOf(look, true);
        ctx.textAlign = 'right';
        ctx.fillStyle = look.validation;
        ctx.fillText(`${chosen} ${write(values[marked] ?? NaN)}`, chartArea.right, y);
      });
      ctx.restore();
    },
  };
}

/** An axis that bars stand on begins at 0, however near to each other they are. */
const grounded = ({ scale }: Strip): Strip['scale'] =>
  scale.logarithmic ? scale : { ...scale, low: Math.min(0, scale.low) };

/** The strips below each other over one axis of depth, with the stages under it. */
export function depthChart(view: DepthView, look: DepthLook, { width, height }: Size): AnyChart {
  const { names, strips, chosen, write } = view;
  const stages = stageStarts(names);
  const each = Math.max(1, (height - foot) / strips.length - head);
  const stacked = { stack: 'strips', position: 'left' as const };
  // Chart.js stacks from below.
  const scales = strips.map((strip, index) => ({ scale: grounded(strip), id: `y${index}` })).reverse();
  const side = names.length > mostApart;
  const colours = names.map((name) => (name === chosen ? look.validation : look.training));
  const radius = Math.min(3.5, Math.max(1, (0.4 * (width - left - right)) / Math.max(1, names.length)));
  const bars = { type: 'bar' as const, borderRadius: side ? 0 : 1.5, grouped: false };
  const dots = { type: 'line' as const, showLine: false, pointRadius: radius, pointBorderWidth: 0 };
  const chart: ChartConfiguration<'bar' | 'line', { x: number; y: number }[], string> = {
    type: 'bar',
    data: {
      labels: [...names],
      datasets: strips.map(({ values, scale }, index) => ({
        yAxisID: `y${index}`,
        data: values.map((y, x) => ({ x, y })),
        ...(scale.logarithmic
          ? { ...dots, pointBackgroundColor: colours }
          : { ...bars, backgroundColor: colours, categoryPercentage: 1, barPercentage: 0.8 }),
      })),
    },
    options: {
      ...commonOptions,
      events: [],
      layout: { padding: { right } },
      scales: {
        x: groupAxis(stages, look, foot),
        ...Object.fromEntries(
          scales.flatMap(({ scale, id }): [string, ScaleOptions<'linear'>][] => {
            const most = Math.max(1, Math.min(5, Math.floor(each / 22)));
            const axis = axisOptions({ ...scale, title: '', most, tick: write }, look, 'y', left) as object;
            const room = {
              type: 'linear',
              display: true,
              ticks: { display: false },
              grid: { display: false },
            } as const;
            return [
              [id, { ...axis, ...stacked, stackWeight: each }],
              [
                `${id}-name`,
                { ...room, ...stacked, border: { display: false }, stackWeight: head, afterFit: () => undefined },
              ],
            ];
          }),
        ),
      },
      plugins: { title: { display: false }, legend: { display: false }, tooltip: { enabled: false } },
    },
    plugins: [stripNames(view, look)],
  };
  return chart as AnyChart;
}
