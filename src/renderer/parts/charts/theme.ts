import type { BarsLook } from '../../../shared/charts/bars';

/** What a canvas is drawn with, read from the tokens of the theme in force. */
export interface ChartTheme extends BarsLook {
  readonly raised: string;
  readonly line: string;
  readonly training: string;
  readonly compared: string;
}

/** Pixels of the small text in a chart. */
export { chartText as smallText } from '../../../shared/charts/look';

export function readTheme(element: Element): ChartTheme {
  const style = getComputedStyle(element);
  const token = (name: string) => style.getPropertyValue(`--${name}`).trim();
  return {
    font: style.fontFamily,
    panel: token('panel'),
    raised: token('raised'),
    line: token('line'),
    grid: token('grid'),
    text: token('text'),
    muted: token('muted'),
    compared: token('compared'),
    training: token('training'),
    validation: token('validation'),
    rampLow: token('ramp-low'),
    rampHigh: token('ramp-high'),
  };
}
