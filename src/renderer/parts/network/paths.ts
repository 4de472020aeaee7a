/** Pixels from the left edge of the drawing to the line of the data flow. */
export const centre = 114;
/** The boxes of the stem, of folded stages and of the head. */
export const layerBox = { x: 34, width: 160 };
/** The boxes of blocks and of their layers. */
export const blockBox = { x: 50, width: 128 };
export const additionRadius = 10;

const arcX = 26;
const bulge = 22;
const corner = 8;

export function flowPath(from: number, to: number): string {
  return `M${centre} ${from}V${to}`;
}

/** From the line of the flow above a block's layers, around them, into the addition. */
export function unfoldedArc(branch: number, addition: number): string {
  return [
    `M${centre} ${branch}H${arcX + corner}`,
    `Q${arcX} ${branch} ${arcX} ${branch + corner}V${addition - corner}`,
    `Q${arcX} ${addition} ${arcX + corner} ${addition}H${centre - additionRadius}`,
  ].join('');
}

/** On a shortcut that is no identity: option A, a projection, a gate. */
export const shortcutSigns: Readonly<Record<string, string>> = { padded: 'A', projection: '1×1', gated: 'T' };

/** Right end of the sign beside the arc around a folded block. */
export const signX = blockBox.x - 20;

/** Around the left end of a folded block. */
export function foldedArc(top: number, bottom: number): string {
  const [start, left] = [blockBox.x + 2, blockBox.x - bulge];
  return `M${start} ${top - 1}C${left} ${top - 1} ${left} ${bottom + 1} ${start} ${bottom + 1}`;
}

/** Most arcs that are drawn beside a folded stage, whatever the number of its blocks. */
export const mostArcs = 4;

/** The arc of one of a folded stage's blocks, beside the stage's left end. */
export function stackArc(index: number, count: number, top: number, height: number): string {
  const pitch = height / Math.min(count, mostArcs);
  const [start, left] = [layerBox.x, layerBox.x - 16];
  const [from, to] = [top + index * pitch + 1, top + (index + 1) * pitch - 1];
  return `M${start} ${from}C${left} ${from} ${left} ${to} ${start} ${to}`;
}

/** Right ends of the columns of figures: shape; parameters; multiply-adds. */
export function columnEnds(columns: number, width: number): number[] {
  if (columns === 1) return [width];
  return columns === 2 ? [width - 66, width] : [width - 122, width - 56, width];
}
