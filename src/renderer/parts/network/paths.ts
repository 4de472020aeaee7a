/** Pixels from the left edge of the drawing to the line of the data flow. */
export const centre = 114;
/** The boxes of a block's layers. */
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

/** Around the left end of a folded block. */
export function foldedArc(top: number, bottom: number): string {
  const [start, left] = [blockBox.x + 2, blockBox.x - bulge];
  return `M${start} ${top - 1}C${left} ${top - 1} ${left} ${bottom + 1} ${start} ${bottom + 1}`;
}
