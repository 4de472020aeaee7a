import {
  BarController,
  BarElement,
  BasicPlatform,
  CategoryScale,
  Chart,
  type ChartConfiguration,
  type ChartOptions,
  Legend,
  LinearScale,
  LineController,
  LineElement,
  LogarithmicScale,
  PointElement,
  ScatterController,
  Title,
  Tooltip,
} from 'chart.js';
import { chartText, type ChartLook } from './look';
import { escapeText, SvgContext } from './svg-context';

Chart.register(BarController, LineController, ScatterController, BarElement, LineElement, PointElement);
Chart.register(CategoryScale, LinearScale, LogarithmicScale, Legend, Title, Tooltip);

export { Chart };

/** Whatever can be drawn: on a screen, in a file or in a report. */
export interface AnyChart extends ChartConfiguration {
  /** All that decides where things lie: with the same, only the plugins draw something else. Left out where all may be new. */
  readonly frame?: string;
}

/** Pixels. */
export interface Size {
  readonly width: number;
  readonly height: number;
}

/** What all charts have in common: they stand still, and have no legend, title or tip unless they say so. */
export const commonOptions = {
  responsive: false,
  animation: false,
  normalized: true,
  parsing: false,
} satisfies ChartOptions;

/** How text is written in charts. */
export const textFont = ({ font }: ChartLook, bold = false) => ({
  family: font,
  size: chartText,
  weight: bold ? 650 : ('normal' as const),
});

/** Where titles begin, in pixels from the left. */
export const titleLeft = 4;

/** A title over the chart, at its left. @param room Pixels for it, from above. */
export function titleOf(text: string, look: ChartLook, room: number, bold = false) {
  const lineHeight = chartText * 1.2;
  return {
    display: text !== '',
    text,
    align: 'start' as const,
    color: bold ? look.text : look.muted,
    font: { ...textFont(look, bold), lineHeight: 1.2 },
    padding: { top: 4, bottom: Math.max(0, room - lineHeight - 4) },
  };
}

/**
 * A chart as SVG that stands alone: text stays text, and lines stay lines.
 * @param title What is seen, for people who do not see it.
 * @param name Tells its ids from those of other drawings in the same page.
 */
export function chartSvg(chart: AnyChart, { width, height }: Size, look: ChartLook, title: string, name = 'chart') {
  const context = new SvgContext(width, height, name);
  const drawn = new Chart(
    context.canvas as unknown as HTMLCanvasElement,
    {
      ...chart,
      // Line by line: paths that the browser keeps ready for the screen could not be written.
      data: { ...chart.data, datasets: chart.data.datasets.map((dataset) => ({ ...dataset, segment: {} })) },
      options: { ...chart.options, devicePixelRatio: 1, events: [] },
      platform: BasicPlatform,
    } as ChartConfiguration,
  );
  const { content } = context;
  drawn.destroy();
  return [
    `<svg xmlns="http://www.w3.org/2000/svg" role="img" width="${width}" height="${height}" viewBox="0 0 ${width} ${height}" font-family="${escapeText(look.font)}">`,
    `<title>${escapeText(title)}</title>`,
    `<rect width="${width}" height="${height}" fill="${look.panel}"/>`,
    content,
    '</svg>\n',
  ].join('\n');
}
