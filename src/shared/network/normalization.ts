import type { z } from 'zod';
import type { Shape } from './layer';
import type { normalizationSchema } from '../contract/dataset';

export type PixelNormalization = z.infer<typeof normalizationSchema>;

/** The constants of torchvision's weights: red, green and blue over ImageNet's training pictures. */
export const imagenetNormalization: PixelNormalization = {
  mean: [0.485, 0.456, 0.406],
  standardDeviation: [0.229, 0.224, 0.225],
};

/**
 * A normalisation for pictures of another size: where it has a mean for each pixel, their mean over each channel.
 * Unchanged where it fits already.
 */
export function resizedNormalization(normalization: PixelNormalization, shape: Shape): PixelNormalization {
  const { mean, standardDeviation } = normalization;
  const channels = standardDeviation.length;
  const pixels = mean.length / channels;
  if (pixels === 1 || mean.length === shape[0] * shape[1] * shape[2]) return normalization;
  const sums = standardDeviation.map((_, channel) =>
    mean.reduce((sum, value, index) => (index % channels === channel ? sum + value : sum), 0),
  );
  return { mean: sums.map((sum) => sum / pixels), standardDeviation };
}
