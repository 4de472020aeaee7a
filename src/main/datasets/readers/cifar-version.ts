import type { Shape } from '../../../shared/network/layer';
import type { LabelledPictures } from './reader';

/** One of the forms in which CIFAR is given out. */
export interface CifarVersion {
  name: 'CIFAR-10' | 'CIFAR-100';
  classes: number;
  python: boolean;
  /** Names of the files with training pictures, and of the one with test pictures. */
  train: readonly string[];
  test: string;
  /** Name of the file with the names of the classes. */
  names: string;
  /** Files of ambiguous names are this version's only where these lie beside them. */
  marks: readonly string[];
}

/** Pictures as the files have them: all red, then all green, then all blue bytes of each. */
export type CifarFile = LabelledPictures;

const side = 32;
export const shape: Shape = [side, side, 3];
export const pictureBytes = side * side * 3;

/** From channel, height, width order to height, width, channel order. */
export function toInterleaved(planes: Uint8Array): Uint8Array {
  const pixels = side * side;
  const interleaved = new Uint8Array(planes.length);
  for (let start = 0; start < planes.length; start += pictureBytes) {
    for (let pixel = 0, to = start; pixel < pixels; pixel++, to += 3) {
      interleaved[to] = planes[start + pixel] as number;
      interleaved[to + 1] = planes[start + pixels + pixel] as number;
      interleaved[to + 2] = planes[start + 2 * pixels + pixel] as number;
    }
  }
  return interleaved;
}
