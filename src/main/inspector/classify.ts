import type { Classification } from '../../shared/contract/classification';
import type { Picture } from '../../shared/contract/dataset';
import { wordsOf } from '../../shared/errors';
import type { Shape } from '../../shared/network/layer';
import { decodePicture } from '../datasets/pictures/decode-picture';
import type { LoadedNetwork } from './loaded-network';
import { expandPicturePaths, unreadable, type UnreadablePicture } from './picture-paths';
import { topPredictions } from './softmax';

/** Pictures that are computed together. */
const batchSize = 32;

type Decoded = { path: string; pixels: Uint8Array; picture: Picture } | UnreadablePicture;

/**
 * Classifies pictures, and those in folders. One that cannot be read is told as such and does not stop the rest.
 * @param top How many of the most probable classes are told.
 */
export async function classify(
  network: LoadedNetwork,
  { paths, top }: { readonly paths: readonly string[]; readonly top: number },
): Promise<Classification[]> {
  const pictures = await expandPicturePaths(paths);
  const { inputShape } = network.checkpoint.network;
  const classifications: Classification[] = [];
  for (let from = 0; from < pictures.length; from += batchSize) {
    const decoded = await Promise.all(
      pictures
        .slice(from, from + batchSize)
        .map((found) => ('error' in found ? found : decode(found.path, inputShape))),
    );
    classifications.push(...classifyBatch(network, decoded, top));
  }
  return classifications;
}

async function decode(path: string, inputShape: Shape): Promise<Decoded> {
  try {
    return { path, ...(await decodePicture(path, inputShape)) };
  } catch (error) {
    return unreadable(path, wordsOf(error));
  }
}

function classifyBatch(
  { checkpoint, engine }: LoadedNetwork,
  decoded: readonly Decoded[],
  top: number,
): Classification[] {
  const { classes } = checkpoint;
  const readable = decoded.flatMap((picture) => ('error' in picture ? [] : [picture.pixels]));
  const logits = readable.length > 0 ? engine.predict(Buffer.concat(readable)) : new Float32Array();
  let row = 0;
  return decoded.map((picture) => {
    if ('error' in picture) return picture;
    const own = [...logits.subarray(row * classes.length, (row + 1) * classes.length)];
    row += 1;
    const { path, picture: shown } = picture;
    return { path, predictions: topPredictions(own, classes, top), logits: own, picture: shown };
  });
}
