/** What charts are drawn with: colours as "#2463d1", and a family of fonts. */
export interface ChartLook {
  readonly font: string;
  /** What the chart lies on. */
  readonly panel: string;
  readonly grid: string;
  readonly text: string;
  readonly muted: string;
}

/** Pixels of the text in charts. */
export const chartText = 11.5;

/** Pixels of the line around letters that lie on something: half of it is outside of them. */
const haloWidth = 4;

/** The font of a chart as a canvas wants it. */
export const fontOf = ({ font }: ChartLook, bold = false): string => `${bold ? '650 ' : ''}${chartText}px ${font}`;

/** The part of a 2D context that our plugins draw with. */
export type Context = CanvasRenderingContext2D;

/** A text that is legible on whatever lies behind it. */
export function haloText(context: Context, text: string, x: number, y: number, { panel }: ChartLook): void {
  context.lineJoin = 'round';
  context.lineWidth = haloWidth;
  context.strokeStyle = panel;
  context.strokeText(text, x, y);
  context.fillText(text, x, y);
}

/** A colour "#2463d1" of which something behind it is seen, as "#2463d157". @param opacity 0 to 1. */
export function translucent(colour: string, opacity: number): string {
  if (opacity >= 1 || !/^#[\da-f]{6}$/i.test(colour)) return colour;
  return `${colour}${Math.round(opacity * 255)
    .toString(16)
    .padStart(2, '0')}`;
}
