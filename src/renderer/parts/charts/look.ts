import type { FigureLook } from '../../../shared/charts/marks';
import type { ChartTheme } from './theme';

/** What figures are drawn with in the theme in force. */
export function figureLook({ font, panel, grid, text, muted }: ChartTheme): FigureLook {
  return { font, ground: panel, grid, text, muted };
}
