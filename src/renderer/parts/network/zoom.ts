/** How much the drawing is enlarged: a tenth of a wheel's notch is told apart, four steps of a key double it. */
const [least, most] = [0.25, 2];
const keyFactor = 2 ** (1 / 4);

/** What is seen of a drawing: how much it is enlarged, and how far it is scrolled, in pixels on screen. */
export interface View {
  readonly zoom: number;
  readonly left: number;
  readonly top: number;
}

/** Whole percents, so that 100 % is met again. */
function limited(zoom: number): number {
  return Math.min(most, Math.max(least, Math.round(zoom * 100) / 100));
}

/** Enlarges a view around a point of the screen, which stays on the same place of the drawing. */
export function zoomed(view: View, factor: number, x: number, y: number): View {
  const zoom = limited(view.zoom * factor);
  const growth = zoom / view.zoom;
  return { zoom, left: (view.left + x) * growth - x, top: (view.top + y) * growth - y };
}

/** By how much a key enlarges; null for other keys. 0 goes back to the natural size. */
export function keyZoom(key: string, zoom: number): number | null {
  if (key === '+' || key === '=') return keyFactor;
  if (key === '-') return 1 / keyFactor;
  return key === '0' ? 1 / zoom : null;
}

/** By how much a turn of the wheel enlarges. @param delta Pixels, down positive. */
export function wheelZoom(delta: number): number {
  return 2 ** (-Math.max(-100, Math.min(100, delta)) / 300);
}
