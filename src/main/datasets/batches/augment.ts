import type { Shape } from '../../../shared/network/layer';
import type { Augmentation } from '../../../shared/contract/training';
import { drawCrop, writeCrop } from './padded-crop';
import { drawColours, drawLighting, light, recolour } from '../pictures/colour';
import { RandomStream } from './random';
import { drawBox, writeBox } from './random-resized-crop';

/** Writes a picture's variation of the same size; `random` alone decides which. All are height x width x channels bytes. */
export type Augmenter = (picture: Uint8Array, random: RandomStream, target: Uint8Array) => void;

const stream = 2;

/** What decides the variation of the picture at a place of a step's batch, the step counted from 0. */
export function augmentationStream(seed: number, step: number, place: number): RandomStream {
  return new RandomStream(seed, stream, step, place);
}

/**
 * How pictures of that shape are varied.
 * - `standard`: 4 pixels of padding, random crop (paper, section 4.2).
 * - `imagenet`: a part of 8 to 100 % of the picture, resized to all of it; then brightness, contrast and saturation by
 *   up to 40 %, and AlexNet's lighting, as fb.resnet.torch trains the paper's networks.
 * @param mayMirror Whether half of the pictures are mirrored as well.
 */
export function augmenter(kind: Augmentation, shape: Shape, mayMirror: boolean): Augmenter {
  if (kind === 'none') return (picture, _random, target) => target.set(picture);
  if (kind === 'standard') {
    return (picture, random, target) => writeCrop(picture, shape, drawCrop(random, mayMirror), target);
  }
  const [, , channels] = shape;
  return (picture, random, target) => {
    writeBox(picture, shape, drawBox(random, shape, mayMirror), target);
    recolour(target, channels, drawColours(random));
    if (channels === 3) light(target, drawLighting(random));
  };
}
