import type { Plugin } from 'chart.js';
import type { BarView } from './bar-view';
import { type ChartTheme, smallText } from './theme';

/** What is laid over the bars: a stroke across each at its own height. */
export function overlayMarks(view: () => BarView, theme: () => ChartTheme): Plugin<'bar'> {
  return {
    id: 'overlayMarks',
    afterDatasetsDraw(chart) {
      const { ctx, scales } = chart;
      const elements = chart.getDatasetMeta(0).data;
      ctx.save();
      for (const [colour, width] of [[theme().panel, 5] as const, [theme().text, 2] as const]) {
        ctx.strokeStyle = colour;
        ctx.lineWidth = width;
        ctx.beginPath();
        for (const [index, { over }] of view().bars.entries()) {
          const [element, y] = [elements[index], over === null ? undefined : scales['y']?.getPixelForValue(over)];
          if (!element || y === undefined) continue;
          const { x, width: wide } = element.getProps(['x', 'width'], true) as { x: number; width: number };
          ctx.moveTo(x - wide / 2, y);
          ctx.lineTo(x + wide / 2, y);
        }
        ctx.stroke();
      }
      ctx.restore();
    },
  };
}

/** Points at the chosen bar and says its name and value, since a bar can be thinner than a pixel. */
export function chosenMark(view: () => BarView, theme: () => ChartTheme): Plugin<'bar'> {
  return {
    id: 'chosenMark',
    afterDatasetsDraw(chart) {
      const { ctx, chartArea, width } = chart;
      const { bars, chosen } = view();
      const index = bars.findIndex(({ id }) => id === chosen);
      const [bar, element] = [bars[index], chart.getDatasetMeta(0).data[index]];
      if (!bar || !element) return;
      const { x, y } = element.getProps(['x', 'y'], true);
      const tip = Math.max(y - 3, chartArea.top + 16);
      ctx.save();
      ctx.fillStyle = theme().validation;
      ctx.beginPath();
      ctx.moveTo(x, tip);
      ctx.lineTo(x - 4, tip - 6);
      ctx.lineTo(x + 4, tip - 6);
      ctx.fill();
      ctx.font = `600 ${smallText}px ${theme().font}`;
      const text = `${bar.id}  ${bar.value.toFixed(3)}`;
      const half = ctx.measureText(text).width / 2;
      const middle = Math.min(Math.max(x, chartArea.left + half), width - half - 2);
      ctx.textAlign = 'center';
      ctx.lineJoin = 'round';
      ctx.lineWidth = 4;
      ctx.strokeStyle = theme().panel;
      ctx.strokeText(text, middle, tip - 10);
      ctx.fillText(text, middle, tip - 10);
      ctx.restore();
    },
  };
}
