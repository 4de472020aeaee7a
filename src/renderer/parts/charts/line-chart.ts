import type { ChartDataset, ChartOptions } from 'chart.js';
import { words } from '../../text/words.svelte';
import { axisStep, shortCount } from './axis';
import { Chart, commonOptions, tooltipLook } from './chart';
import { endLabels, stepMarks } from './line-plugins';
import type { LineSeries, LineView } from './line-view';
import { type ChartTheme, smallText } from './theme';

/** Pixels at the right for the labels at the ends of the curves. */
const labelRoom = 106;

const manyPoints = 300;

function datasetOf(series: LineSeries, logarithmic: boolean, theme: ChartTheme): ChartDataset<'line'> {
  const colour = theme[series.tone];
  const faint = series.look === 'faint';
  // Where lines lie close together their colours add up.
  const alpha = series.points.length > manyPoints ? '2b' : '59';
  const marked = series.look === 'points';
  return {
    label: series.name,
    data: logarithmic ? series.points.filter(({ y }) => y > 0) : [...series.points],
    borderColor: faint ? `${colour}${alpha}` : colour,
    backgroundColor: colour,
    borderWidth: faint ? 1 : 1.8,
    borderJoinStyle: 'round',
    // The mark of the last point may stand out of the drawing, but no line may leave it at the top.
    clip: { left: 0, top: 0, right: 4, bottom: 4 },
    pointRadius: marked ? 2 : 0,
    pointHitRadius: 0,
    // The highest order is drawn first.
    order: faint ? 2 : series.tone === 'training' ? 1 : 0,
    pointHoverRadius: faint ? 0 : 4,
  };
}

function optionsOf(shown: () => LineView, theme: ChartTheme): ChartOptions<'line'> {
  const view = shown();
  const ticks = { color: theme.muted, font: { family: theme.font, size: smallText } };
  const border = { display: false };
  let titleStep = 0;
  const y = view.logarithmic ? { type: 'logarithmic' as const } : { type: 'linear' as const, min: 0, max: view.top };
  return {
    ...commonOptions,
    layout: { padding: { top: 4, right: labelRoom } },
    interaction: { mode: 'nearestOfEach', intersect: false },
    scales: {
      x: {
        type: 'linear',
        min: 0,
        max: view.steps,
        border,
        grid: { display: false },
        ticks: { ...ticks, maxRotation: 0, maxTicksLimit: 6, callback: (value) => shortCount(Number(value)) },
      },
      y: {
        ...y,
        border,
        grid: { color: theme.grid, drawTicks: false },
        // A column of fixed width, so that the curves do not move when the figures beside them change.
        afterFit: (axis) => (axis.width = 52),
        ticks: {
          ...ticks,
          padding: 8,
          ...(view.logarithmic ? { maxTicksLimit: 6 } : { stepSize: axisStep(view.top) }),
          callback: (value) => shown().tick(Number(value)),
        },
      },
    },
    plugins: {
      tooltip: {
        ...tooltipLook(theme),
        callbacks: {
          title: ([item]) => {
            titleStep = item?.parsed.x ?? 0;
            return words.watch.curves.atStep(titleStep);
          },
          label: ({ dataset, parsed: { x, y } }) => {
            const elsewhere = x === null || x === titleStep ? '' : words.watch.curves.elsewhere(x);
            return ` ${dataset.label}: ${shown().value(y ?? 0)}${elsewhere}`;
          },
        },
      },
    },
  };
}

/** Curves over the steps of a run on a canvas. */
export class LineChart {
  #view: LineView;
  #theme: ChartTheme;
  readonly chart: Chart<'line'>;

  constructor(canvas: HTMLCanvasElement, view: LineView, theme: ChartTheme) {
    this.#view = view;
    this.#theme = theme;
    const [shown, shownTheme] = [() => this.#view, () => this.#theme];
    const plugins = [stepMarks(shown, shownTheme), endLabels(shown, shownTheme)];
    this.chart = new Chart(canvas, { type: 'line', data: this.#data(), options: optionsOf(shown, theme), plugins });
  }

  show(view: LineView, theme: ChartTheme): void {
    const before = this.#view;
    const sameAxes =
      theme === this.#theme &&
      view.logarithmic === before.logarithmic &&
      view.steps === before.steps &&
      view.top === before.top;
    this.#view = view;
    this.#theme = theme;
    this.chart.data = this.#data();
    // Options are costly to resolve, and the curves alone change most of the time.
    if (!sameAxes) this.chart.options = optionsOf(() => this.#view, theme);
    this.chart.update('none');
  }

  destroy(): void {
    this.chart.destroy();
  }

  #data() {
    return {
      datasets: this.#view.series.map((series) => datasetOf(series, this.#view.logarithmic, this.#theme)),
    };
  }
}
