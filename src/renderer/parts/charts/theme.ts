/** What a canvas is drawn with, read from the tokens of the theme in force. */
export interface ChartTheme {
  readonly font: string;
  readonly panel: string;
  readonly raised: string;
  readonly line: string;
  readonly grid: string;
  readonly text: string;
  readonly muted: string;
  readonly training: string;
  readonly validation: string;
  readonly compared: string;
  readonly rampLow: string;
  readonly rampHigh: string;
}

/** Pixels of the small text in a chart. */
export const smallText = 11.5;

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
