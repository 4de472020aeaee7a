import type { Chart, Plugin } from 'chart.js';
import type { PlacedWord } from './curves-view';
import { drawMarker } from './line-style';
import { type ChartLook, fontOf, haloText } from './look';

/** Words of flags whose flags are nearer to each other share a place, in pixels. */
const apart = 36;
/** Half of what the word of a flag takes. */
const flagRoom = 40;

/** Pixels of those that are within the axis. */
function seen({ scales }: Chart, words: readonly PlacedWord[]): { at: number; label: string }[] {
  const axis = scales['x'];
  if (!axis) return [];
  return words
    .filter(({ x }) => x >= axis.min && x <= axis.max)
    .map(({ x, label }) => ({ at: axis.getPixelForValue(x), label }))
    .sort((a, b) => a.at - b.at);
}

/** Upright dashed lines with a word each. */
function drawMarks(chart: Chart, marks: readonly PlacedWord[]): void {
  const { ctx, chartArea } = chart;
  ctx.textAlign = 'left';
  for (const { at, label } of seen(chart, marks)) {
    const x = Math.round(at) + 0.5;
    ctx.lineWidth = 1;
    ctx.setLineDash([3, 3]);
    ctx.beginPath();
    ctx.moveTo(x, chartArea.top);
    ctx.lineTo(x, chartArea.bottom);
    ctx.stroke();
    ctx.fillText(label, x + 5, chartArea.top + 11);
  }
  ctx.setLineDash([]);
}

/** Words that would lie on each other, in one place. */
export function joinedWords(words: readonly { readonly at: number; readonly label: string }[]) {
  const groups: { from: number; to: number; label: string }[] = [];
  for (const { at, label } of words.filter(({ label }) => label !== '')) {
    const before = groups.at(-1);
    if (before && at - before.to < apart) Object.assign(before, { to: at, label: `${before.label}, ${label}` });
    else groups.push({ from: at, to: at, label });
  }
  return groups.map(({ from, to, label }) => ({ at: (from + to) / 2, label }));
}

/** Small marks at the foot of the plot with their words. */
function drawFlags(chart: Chart, flags: readonly PlacedWord[], look: ChartLook): void {
  const { ctx, chartArea } = chart;
  const places = seen(chart, flags);
  for (const { at } of places) drawMarker(ctx, { colour: look.text, marker: 'diamond' }, at, chartArea.bottom, 4.5);
  ctx.fillStyle = look.muted;
  for (const { at, label } of joinedWords(places)) {
    // At the right are the labels of the curves.
    const atEnd = at > chartArea.right - flagRoom;
    ctx.textAlign = atEnd ? 'right' : 'center';
    haloText(ctx, label, atEnd ? chartArea.right + 4 : at, chartArea.bottom - 8, look);
  }
}

/** What stands along the axis beside the curves: marks under them, flags over them. */
export function wordsAlong(
  marks: readonly PlacedWord[],
  flags: readonly PlacedWord[],
  look: ChartLook,
): Plugin<'line'> {
  return {
    id: 'wordsAlong',
    beforeDatasetsDraw(chart) {
      chart.ctx.save();
      chart.ctx.font = fontOf(look);
      chart.ctx.textBaseline = 'alphabetic';
      chart.ctx.strokeStyle = chart.ctx.fillStyle = look.muted;
      drawMarks(chart, marks);
      chart.ctx.restore();
    },
    afterDatasetsDraw(chart) {
      chart.ctx.save();
      chart.ctx.font = fontOf(look);
      chart.ctx.textBaseline = 'alphabetic';
      drawFlags(chart, flags, look);
      chart.ctx.restore();
    },
  };
}
