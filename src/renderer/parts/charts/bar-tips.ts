import type { AnyChart } from '../../../shared/charts/chart';
import { smallText, type ChartTheme } from './theme';

interface Tips {
  /** What is said of a bar that is pointed at: its name, and a line each. */
  readonly title: (index: number) => string;
  readonly lines: (index: number) => readonly string[];
  /** Makes bars something to choose. */
  readonly choose?: (index: number) => void;
}

/** A chart of bars that tells what is under the pointer, however thin it is. */
export function withTips(chart: AnyChart, theme: ChartTheme, { title, lines, choose }: Tips): AnyChart {
  const font = { family: theme.font, size: smallText };
  return {
    ...chart,
    options: {
      ...chart.options,
      events: ['mousemove', 'mouseout', 'click'],
      interaction: { mode: 'index', intersect: false },
      onClick: (_event, [element]) => element && choose?.(element.index),
      onHover: ({ native }, elements) => {
        if (choose && native?.target instanceof HTMLElement) {
          native.target.style.cursor = elements.length > 0 ? 'pointer' : '';
        }
      },
      plugins: {
        ...chart.options?.plugins,
        tooltip: {
          enabled: true,
          animation: false,
          // Of bars over each other one tells what is to be told of all.
          filter: ({ datasetIndex }) => datasetIndex === 0,
          backgroundColor: theme.raised,
          borderColor: theme.line,
          borderWidth: 1,
          titleColor: theme.text,
          bodyColor: theme.text,
          titleFont: { ...font, weight: 600 },
          bodyFont: font,
          padding: 8,
          cornerRadius: 7,
          displayColors: false,
          callbacks: {
            title: ([item]) => (item ? title(item.dataIndex) : ''),
            label: ({ dataIndex }) => [...lines(dataIndex)],
          },
        },
      },
    },
  };
}
