import type { BarsView } from '../../../shared/charts/bars';
import { linearScale } from '../../../shared/charts/scale';
import { colourAt, formatColour, parseColour, shareOf } from '../../../shared/charts/ramp';
import type { BarView } from './bar-view';
import type { ChartTheme } from './theme';

const tick = (value: number): string => String(Number(value.toFixed(3)));

/** The bars of a chart as those of a picture, in the same colours. */
export function drawnBars(
  { bars, groups, chosen, overlaid, top, low }: BarView,
  title: string,
  theme: ChartTheme,
): BarsView {
  const ramp = { low: parseColour(theme.rampLow), high: parseColour(theme.rampHigh) };
  return {
    title,
    bars: bars.map(({ id, value, over }, index) => {
      const marked = id === chosen;
      const fill = marked ? theme.validation : formatColour(colourAt(ramp, shareOf(value - low, top - low)));
      return { name: id, value, over, fill, group: groups[index] ?? '', marked };
    }),
    over: overlaid === null ? null : { name: overlaid, stroke: theme.text },
    scale: linearScale(top),
    tick,
  };
}
