import type { ActiveElement, ChartData, ChartOptions } from 'chart.js';
import { colourAt, formatColour, parseColour, shareOf } from '../../../shared/charts/ramp';
import { axisStep } from './axis';
import { chosenMark, overlayMarks } from './bar-plugins';
import type { BarView } from './bar-view';
import { Chart, commonOptions, tooltipLook } from './chart';
import type { Point } from '../../../shared/charts/curve-path';
import { type ChartTheme, smallText } from './theme';

function optionsOf(view: () => BarView, theme: ChartTheme, choose: (id: string) => void): ChartOptions<'bar'> {
  const ticks = { color: theme.muted, font: { family: theme.font, size: smallText } };
  const border = { display: false };
  const hit = (elements: readonly ActiveElement[]) => view().bars[elements[0]?.index ?? -1];
  return {
    ...commonOptions,
    layout: { padding: { top: 8 } },
    interaction: { mode: 'index', intersect: false },
    onClick: (_event, elements) => {
      const bar = hit(elements);
      if (bar) choose(bar.id);
    },
    onHover: ({ native }, elements) => {
      if (native?.target instanceof HTMLElement) native.target.style.cursor = hit(elements) ? 'pointer' : '';
    },
    scales: {
      x: {
        type: 'category',
        border,
        grid: { display: false },
        ticks: {
          ...ticks,
          autoSkip: false,
          maxRotation: 0,
          align: 'start',
          callback: (index) => view().groups[Number(index)],
        },
      },
      y: {
        type: 'linear',
        min: 0,
        max: view().top,
        border,
        grid: { color: theme.grid, drawTicks: false },
        afterFit: (axis) => (axis.width = 52),
        ticks: { ...ticks, padding: 8, stepSize: axisStep(view().top) },
      },
    },
    plugins: {
      tooltip: {
        ...tooltipLook(theme),
        displayColors: false,
        callbacks: {
          label: ({ dataIndex }) => {
            const bar = view().bars[dataIndex];
            return bar ? view().reading(bar) : '';
          },
        },
      },
    },
  };
}

/** One bar a layer on a canvas. */
export class BarChart {
  #view: BarView;
  #theme: ChartTheme;
  readonly #choose: (id: string) => void;
  readonly chart: Chart<'bar', Point[], string>;

  constructor(canvas: HTMLCanvasElement, view: BarView, theme: ChartTheme, choose: (id: string) => void) {
    this.#view = view;
    this.#choose = choose;
    this.#theme = theme;
    const plugins = [
      overlayMarks(
        () => this.#view,
        () => this.#theme,
      ),
      chosenMark(
        () => this.#view,
        () => this.#theme,
      ),
    ];
    this.chart = new Chart(canvas, { type: 'bar', data: this.#data(theme), options: this.#options(theme), plugins });
  }

  show(view: BarView, theme: ChartTheme): void {
    this.#view = view;
    this.#theme = theme;
    this.chart.data = this.#data(theme);
    this.chart.options = this.#options(theme);
    this.chart.update('none');
  }

  destroy(): void {
    this.chart.destroy();
  }

  #options(theme: ChartTheme): ChartOptions<'bar'> {
    return optionsOf(() => this.#view, theme, this.#choose);
  }

  #data(theme: ChartTheme): ChartData<'bar', Point[], string> {
    const { bars, chosen, top, low } = this.#view;
    const ramp = { low: parseColour(theme.rampLow), high: parseColour(theme.rampHigh) };
    const colours = bars.map(({ id, value }) =>
      id === chosen ? theme.validation : formatColour(colourAt(ramp, shareOf(value - low, top - low))),
    );
    return {
      labels: bars.map(({ id }) => id),
      datasets: [
        {
          data: bars.map(({ value }, x) => ({ x, y: value })),
          backgroundColor: colours,
          borderRadius: bars.length > 200 ? 0 : 2,
          categoryPercentage: 1,
          barPercentage: bars.length > 200 ? 1 : 0.78,
        },
      ],
    };
  }
}
