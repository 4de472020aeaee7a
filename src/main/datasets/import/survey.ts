import type { Shape } from '../../../shared/network/layer';
import { trainingSizes } from '../../../shared/contract/import';
import type { DecodedBatch, DecodedOne, DecodeTask } from '../pictures/decode-batch';
import type { DecoderPool } from '../pictures/decoder-pool';
import type { FoundPicture } from '../readers/reader';
import { locate } from '../sources/listing';

/** What a sample of the pictures says about all of them. */
export interface Survey {
  pictures: SurveyedPicture[];
  channels: 1 | 3;
  /** Height and width to pack at where nobody chose a size. */
  proposal: { height: number; width: number };
}

export interface SurveyedPicture {
  item: FoundPicture;
  result: DecodedOne;
  /** 64 x 64 x 3; zeros where the picture cannot be read. */
  pixels: Uint8Array;
}

export const sampleShape: Shape = [64, 64, 3];
const surveyed = 96;
const picturesPerTask = 4;
/** Pictures of one size up to this side are packed as they are. */
const largestKept = 64;
/** All pictures together lie in memory while a network trains. */
const mostBytes = 2 ** 30;

interface Task extends DecodeTask {
  items: FoundPicture[];
}

/** Decodes pictures that are spread evenly over all, so that each class has its share. */
export async function survey(
  items: readonly FoundPicture[],
  decoders: DecoderPool,
  signal: AbortSignal | undefined,
): Promise<Survey> {
  const pictures: SurveyedPicture[] = [];
  const order = new Map<FoundPicture, number>();
  const take = ({ items: taken }: Task, { pixels, pictures: results }: DecodedBatch): void => {
    const bytes = pixels.length / results.length;
    results.forEach((result, place) => {
      const item = taken[place] as FoundPicture;
      pictures.push({ item, result, pixels: pixels.slice(place * bytes, (place + 1) * bytes) });
    });
  };
  await decoders.decodeAll(tasksOf(items, order), signal, take);
  pictures.sort((a, b) => (order.get(a.item) ?? 0) - (order.get(b.item) ?? 0));
  const readable = pictures.flatMap(({ result }) => (result.ok ? [result] : []));
  return {
    pictures,
    channels: readable.length > 0 && readable.every(({ grey }) => grey) ? 1 : 3,
    proposal: propose(readable, items.length),
  };
}

function* tasksOf(items: readonly FoundPicture[], order: Map<FoundPicture, number>): Generator<Task> {
  const count = Math.min(surveyed, items.length);
  const chosen = Array.from(
    { length: count },
    (_, place) => items[Math.floor((place * items.length) / count)] as FoundPicture,
  );
  chosen.forEach((item, place) => order.set(item, place));
  for (let first = 0; first < count; first += picturesPerTask) {
    const taken = chosen.slice(first, first + picturesPerTask);
    yield { shape: sampleShape, locations: taken.map(({ file }) => locate(file)), items: taken };
  }
}

/**
 * The pictures' own size where it is small and the same for all; else the largest training size that half of them fill
 * twice over, so that there is detail to be gained by it, and with which all of them fit into memory. A training step
 * takes four times as long at twice the size.
 */
function propose(pictures: readonly { width: number; height: number }[], count: number): Survey['proposal'] {
  const [first] = pictures;
  const alike = first && pictures.every(({ width, height }) => width === first.width && height === first.height);
  if (alike && first.width <= largestKept && first.height <= largestKept)
    return { height: first.height, width: first.width };
  const sides = pictures.map(({ width, height }) => Math.min(width, height)).sort((a, b) => a - b);
  const median = sides[Math.floor(sides.length / 2)] ?? 0;
  const fitting = trainingSizes.filter((size) => 2 * size <= median && count * size * size * 3 <= mostBytes);
  const side = fitting.at(-1) ?? trainingSizes[0];
  return { height: side, width: side };
}
