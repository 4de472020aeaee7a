/** How the curve of one of many things is told from the others: no two of the first 30 are alike. */
export interface LineStyle {
  readonly colour: string;
  readonly dash: readonly number[];
  readonly marker: Marker;
}

export const markers = ['circle', 'square', 'triangle', 'diamond', 'cross'] as const;
export type Marker = (typeof markers)[number];

/**
 * In the hues of Okabe and Ito's palette, made to stand out from the ground by 3 to 1 and from each other for eyes
 * without red, green or blue cones.
 */
export const lineColours = {
  light: ['#0a47db', '#a85800', '#094d60', '#f35d8c', '#1a1f26', '#2b97f5'],
  dark: ['#1f67d6', '#ff590c', '#1aa98f', '#fb86f3', '#dbf7f7', '#eae032'],
} as const;
export type Appearance = keyof typeof lineColours;

export const lineDashes: readonly (readonly number[])[] = [[], [7, 4], [2, 3], [10, 3, 2, 3], [5, 2, 2, 2, 2, 2]];

/** The style of the curve at that place, from 0: colours first, then dashes; markers go round with each place. */
export function lineStyle(place: number, appearance: Appearance): LineStyle {
  const colours = lineColours[appearance];
  return {
    colour: colours[place % colours.length] ?? colours[0],
    dash: lineDashes[Math.floor(place / colours.length) % lineDashes.length] ?? [],
    marker: markers[place % markers.length] ?? 'circle',
  };
}

/** The outline of a marker around a place, as a path. @param radius In pixels. */
export function markerPath(marker: Marker, x: number, y: number, radius: number): string {
  const at = (dx: number, dy: number) => `${Math.round((x + dx) * 100) / 100} ${Math.round((y + dy) * 100) / 100}`;
  const [r, wide, thin] = [radius, radius * 1.25, radius * 0.4];
  switch (marker) {
    case 'circle':
      return `M${at(-r, 0)}A${r} ${r} 0 1 0 ${at(r, 0)}A${r} ${r} 0 1 0 ${at(-r, 0)}Z`;
    case 'square':
      return `M${at(-r, -r)}L${at(r, -r)}L${at(r, r)}L${at(-r, r)}Z`;
    case 'triangle':
      return `M${at(0, -wide)}L${at(wide, r)}L${at(-wide, r)}Z`;
    case 'diamond':
      return `M${at(0, -wide)}L${at(wide, 0)}L${at(0, wide)}L${at(-wide, 0)}Z`;
    case 'cross':
      return [
        `M${at(-thin, -wide)}L${at(thin, -wide)}L${at(thin, -thin)}L${at(wide, -thin)}L${at(wide, thin)}L${at(thin, thin)}`,
        `L${at(thin, wide)}L${at(-thin, wide)}L${at(-thin, thin)}L${at(-wide, thin)}L${at(-wide, -thin)}L${at(-thin, -thin)}Z`,
      ].join('');
  }
}
