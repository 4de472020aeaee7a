import { caseTitle, engineTitle, enginesOf, type Comparison } from './comparison';

const colours = ['#2563eb', '#d97706', '#059669'];
const [labelWidth, plotWidth, right] = [250, 420, 60];
const [barHeight, barGap, groupGap, top, bottom] = [18, 4, 16, 64, 34];

const escape = (text: string): string => text.replaceAll('&', '&amp;').replaceAll('<', '&lt;');
const round = (value: number): number => Math.round(10 * value) / 10;

interface Bar {
  readonly ratio: number;
  readonly colour: string;
  readonly y: number;
}

function text(x: number, y: number, content: string, attributes = ''): string {
  return `<text x="${round(x)}" y="${round(y)}" ${attributes}>${escape(content)}</text>`;
}

/** Bars for the ratios of each case to each other engine, with a line at 1, where both are equally fast; an SVG image. */
export function toChart(comparisons: readonly Comparison[], machine: string): string {
  const others = enginesOf(comparisons).slice(1);
  const colourOf = (engine: string): string => colours[others.indexOf(engine) % colours.length] ?? '#555';
  const ratios = comparisons.flatMap(({ engines }) => engines.slice(1).map(({ ratio }) => ratio));
  const most = Math.max(1.25, ...ratios) * 1.05;
  const x = (ratio: number): number => labelWidth + (plotWidth * ratio) / most;
  let y = top;
  const groups = comparisons.map((comparison) => {
    const from = y;
    const bars = comparison.engines.slice(1).map(({ engine, ratio }): Bar => {
      const bar = { ratio, colour: colourOf(engine), y };
      y += barHeight + barGap;
      return bar;
    });
    const label = text(labelWidth - 10, (from + y - barGap) / 2 + 4, caseTitle(comparison), 'text-anchor="end"');
    y += groupGap;
    return [label, ...bars.map((bar) => drawBar(bar, x))].join('\n');
  });
  const [width, height] = [labelWidth + plotWidth + right, y - groupGap + bottom];
  const legend = others.map((engine, index) => {
    const at = labelWidth + 150 * index;
    return `<rect x="${at}" y="40" width="12" height="12" fill="${colourOf(engine)}"/>${text(at + 18, 50, `to ${engineTitle(engine)}`)}`;
  });
  return [
    `<svg xmlns="http://www.w3.org/2000/svg" width="${width}" height="${height}" viewBox="0 0 ${width} ${height}" font-family="sans-serif" font-size="13" fill="#1f2937" role="img" aria-label="Speed of the studio's training step to that of other engines">`,
    `<rect width="${width}" height="${height}" fill="#ffffff"/>`,
    text(16, 24, 'Pictures a second in training: the studio to others', 'font-size="15" font-weight="600"'),
    ...legend,
    `<line x1="${round(x(1))}" x2="${round(x(1))}" y1="${top - 6}" y2="${y - groupGap}" stroke="#1f2937" stroke-dasharray="4 3"/>`,
    ...groups,
    text(x(1), y - groupGap + 14, '1', 'text-anchor="middle"'),
    text(16, height - 6, machine, 'font-size="11" fill="#6b7280"'),
    '</svg>\n',
  ].join('\n');
}

/** Keeps numbers readable where the line at 1 runs through them. */
const halo = 'stroke="#ffffff" stroke-width="4" paint-order="stroke"';

function drawBar({ ratio, colour, y }: Bar, x: (ratio: number) => number): string {
  const length = x(ratio) - x(0);
  const bar = `<rect x="${labelWidth}" y="${y}" width="${round(length)}" height="${barHeight}" rx="2" fill="${colour}"/>`;
  return `${bar}${text(x(ratio) + 6, y + barHeight - 5, ratio.toFixed(2), halo)}`;
}
