import { colourAt, formatColour, parseColour, textOn } from './ramp';

/** How a cell of a matrix of counts looks, by its share of its row, above 0 and up to 1. */
export interface MatrixLook {
  /** @param right Whether the cell is on the diagonal. */
  readonly fill: (share: number, right: boolean) => string;
  /** Of what is written on it. */
  readonly ink: (share: number, right: boolean) => string;
}

interface Colours {
  /** Of the cells on the diagonal and beside it, and of those that are empty, as "#2463d1". */
  readonly right: string;
  readonly wrong: string;
  readonly ground: string;
}

/** The number of steps in which shares are told apart, so that a figure of a million cells has few colours. */
const levels = 48;
/** Even one picture of many is to be seen: nothing is fainter, and small shares are told apart best. */
const faintest = 0.15;
const stand = (share: number): number => Math.sqrt(Math.min(1, share));

/** From faint to full: what is right in one colour, what is confused in another. */
export function matrixLook({ right, wrong, ground }: Colours): MatrixLook {
  const looksOf = (colour: string) => {
    const ramp = { low: parseColour(ground), high: parseColour(colour) };
    return Array.from({ length: levels + 1 }, (_, level) => {
      const own = colourAt(ramp, faintest + ((1 - faintest) * level) / levels);
      return { fill: formatColour(own), ink: formatColour(textOn(own)) };
    });
  };
  const [onDiagonal, beside] = [looksOf(right), looksOf(wrong)];
  const lookOf = (share: number, isRight: boolean) =>
    (isRight ? onDiagonal : beside)[Math.ceil(stand(share) * levels)] ?? { fill: ground, ink: ground };
  return { fill: (share, isRight) => lookOf(share, isRight).fill, ink: (share, isRight) => lookOf(share, isRight).ink };
}

/** A count as it fits into a cell: "9999", "12k". */
export function cellCount(count: number): string {
  return count >= 10_000 ? `${Math.round(count / 1000)}k` : String(count);
}
