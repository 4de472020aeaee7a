export type Rgb = readonly [red: number, green: number, blue: number];

/** "#2463d1" as its parts, 0 to 255. */
export function parseColour(hexadecimal: string): Rgb {
  const value = Number.parseInt(hexadecimal.trim().slice(1), 16);
  return [(value >> 16) & 255, (value >> 8) & 255, value & 255];
}

export function formatColour([red, green, blue]: Rgb): string {
  return `rgb(${Math.round(red)}, ${Math.round(green)}, ${Math.round(blue)})`;
}

/** Relative luminance (WCAG 2.2). */
function luminance(colour: Rgb): number {
  const [red, green, blue] = colour.map((part) => {
    const share = part / 255;
    return share <= 0.04045 ? share / 12.92 : ((share + 0.055) / 1.055) ** 2.4;
  }) as [number, number, number];
  return 0.2126 * red + 0.7152 * green + 0.0722 * blue;
}

/** Contrast ratio (WCAG 2.2), 1 to 21. */
export function contrast(one: Rgb, other: Rgb): number {
  const [a, b] = [luminance(one), luminance(other)];
  return (Math.max(a, b) + 0.05) / (Math.min(a, b) + 0.05);
}

const black: Rgb = [0, 0, 0];
const white: Rgb = [255, 255, 255];

/** The text colour that is easier to read on a ground. */
export function textOn(ground: Rgb): Rgb {
  return contrast(ground, black) >= contrast(ground, white) ? black : white;
}

/** A scale of magnitudes in one hue. */
export interface Ramp {
  readonly low: Rgb;
  readonly high: Rgb;
}

/** How much of the greatest magnitude a value is, 0 to 1. */
export function shareOf(value: number, most: number): number {
  return most > 0 ? Math.min(1, Math.max(0, value / most)) : 0;
}

/** @param share 0 for the lowest magnitude, 1 for the highest. */
export function colourAt({ low, high }: Ramp, share: number): Rgb {
  const mix = (part: 0 | 1 | 2) => low[part] + (high[part] - low[part]) * share;
  return [mix(0), mix(1), mix(2)];
}
