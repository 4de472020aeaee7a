import { UserError } from '../errors';
import { message } from '../words/message';
import type { Shape } from './layer';
import type { Variant } from './variants';

/** Pixels a side, below which the last stages of an ImageNet network would see a single pixel. */
export const leastImagenetSide = 64;

/** Networks of the CIFAR family to suggest for small pictures. */
const smallPictureDepths = [20, 32, 56, 110];

/** By how much the strides of a variant reduce height and width. */
export function totalStride({ stem, stages }: Variant): number {
  return stages.reduce((product, stage) => product * stage.stride, stem.stride * (stem.pooled ? 2 : 1));
}

const sizeText = (shape: Shape): string => shape.join('x');

/** The nearest shape whose sides the factor divides. */
function nearestShape([height, width, channels]: Shape, factor: number): Shape {
  const fit = (side: number): number => Math.max(factor, Math.round(side / factor) * factor);
  return [fit(height), fit(width), channels];
}

/** The factor of the CIFAR family. */
const cifarStride = 4;

function refuseSmall(variant: Variant, shape: Shape): void {
  const [height, width] = shape;
  if (Math.min(height, width) >= leastImagenetSide) return;
  const names = smallPictureDepths.map((depth) => `${variant.shortcut === null ? 'plain' : 'resnet'}${depth}`);
  const fitting = nearestShape(shape, cifarStride);
  const values = {
    size: sizeText(shape),
    network: variant.title,
    times: totalStride(variant),
    least: leastImagenetSide,
    names,
  };
  throw new UserError(
    sizeText(fitting) === sizeText(shape)
      ? message('networks.tooSmall', values)
      : message('networks.tooSmallAt', { ...values, fitting: sizeText(fitting) }),
  );
}

function refuseIndivisible(variant: Variant, shape: Shape): void {
  const factor = totalStride(variant);
  const [height, width] = shape;
  if (height % factor === 0 && width % factor === 0) return;
  throw new UserError(
    message('networks.sizeUnfit', {
      size: sizeText(shape),
      network: variant.title,
      factor,
      nearest: sizeText(nearestShape(shape, factor)),
    }),
  );
}

/**
 * Whether pictures of a size can go through a variant. The CIFAR family takes sizes that its strides divide; the ImageNet
 * family takes any of 64 pixels or more, and rounds where a stride leaves a rest as PyTorch does.
 * @throws UserError with the reason and the nearest size or networks that fit.
 */
export function checkInputSize(variant: Variant, shape: Shape): void {
  if (!shape.every((side) => Number.isInteger(side) && side > 0)) {
    throw new UserError(message('networks.badSize', { size: sizeText(shape) }));
  }
  if (variant.family === 'imagenet') refuseSmall(variant, shape);
  else refuseIndivisible(variant, shape);
}
