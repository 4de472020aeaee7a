import {
  BarController,
  BarElement,
  CategoryScale,
  Chart,
  type ChartOptions,
  LinearScale,
  Tooltip,
  type TooltipOptions,
} from 'chart.js';
import { type ChartTheme, smallText } from './theme';

Chart.register(BarController, BarElement, CategoryScale, LinearScale, Tooltip);

/** What every chart has in common: it fills its frame, stands still and has no legend. */
export const commonOptions = {
  responsive: true,
  maintainAspectRatio: false,
  animation: false,
  normalized: true,
  parsing: false,
} satisfies ChartOptions;

export function tooltipLook(theme: ChartTheme): Partial<TooltipOptions> {
  return {
    animation: false,
    backgroundColor: theme.raised,
    borderColor: theme.line,
    borderWidth: 1,
    titleColor: theme.text,
    bodyColor: theme.text,
    titleFont: { family: theme.font, size: smallText, weight: 600 },
    bodyFont: { family: theme.font, size: smallText },
    padding: 8,
    cornerRadius: 7,
    boxWidth: 8,
    boxHeight: 8,
    boxPadding: 4,
  };
}

export { Chart };
