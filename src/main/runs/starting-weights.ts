import { createHash } from 'node:crypto';
import { createReadStream } from 'node:fs';
import { pipeline } from 'node:stream/promises';
import type { Network } from '../../shared/network/build';
import type { RunConfig } from '../../shared/contract/run';
import { UserError, wordsOf } from '../../shared/errors';
import { inEnglish } from '../../shared/words/english';
import { message } from '../../shared/words/message';
import { imagenetNormalization, resizedNormalization } from '../../shared/network/normalization';
import { isAuxiliary, weightShapes } from '../engine/weights/shapes';
import { networkOf } from '../../shared/network/run-network';
import { readTensorHeader } from '../engine/weights/safetensors';
import type { NamedTensor } from '../engine/state';
import { readMetadata } from '../engine/weights/weights-file';

/** What training alone needs, and what PyTorch counts: a run begins without them. */
const isIgnored = (name: string): boolean => isAuxiliary(name) || name.endsWith('.num_batches_tracked');

const shapeText = (shape: readonly number[]): string => `[${shape.join(', ')}]`;

/** Whether all that differs is how many classes there are. */
function differsInClasses(found: readonly number[], expected: readonly number[]): boolean {
  return (
    found.length === expected.length && found[0] !== expected[0] && found.slice(1).join() === expected.slice(1).join()
  );
}

/**
 * Which of a file's tensors a network starts from.
 * @returns their names; those of a head with another number of classes are not among them.
 * @throws UserError that names a tensor which is missing, of another shape, or unknown to the network.
 */
export function startingNames(network: Network, tensors: readonly Omit<NamedTensor, 'data'>[]): Set<string> {
  const expected = weightShapes(network);
  const found = new Map(tensors.map(({ name, shape }) => [name, shape]));
  const title = network.variant.title;
  const foreign = tensors.find(({ name }) => !expected.has(name) && !isIgnored(name));
  if (foreign)
    throw new UserError(
      message('weights.unknownTensor', { network: title, name: foreign.name, shape: shapeText(foreign.shape) }),
    );
  const names = new Set<string>();
  for (const [name, shape] of expected) {
    const given = found.get(name);
    if (!given)
      throw new UserError(message('weights.missingTensor', { network: title, name, shape: shapeText(shape) }));
    if (given.join() === shape.join()) names.add(name);
    else if (!name.startsWith('fc.') || !differsInClasses(given, shape)) {
      throw new UserError(
        message('weights.otherShape', { name, shape: shapeText(given), network: title, expected: shapeText(shape) }),
      );
    }
  }
  // A head is taken as a whole: the bias of other classes is of no use.
  if (!names.has('fc.weight') || !names.has('fc.bias')) ['fc.weight', 'fc.bias'].forEach((name) => names.delete(name));
  return names;
}

async function sha256(path: string): Promise<string> {
  const hash = createHash('sha256');
  await pipeline(createReadStream(path), hash);
  return hash.digest('hex');
}

/**
 * The config of a run that starts from the weights of a file instead of random ones. Its pixels are normalised as the
 * weights are used to: by the file's metadata, else by ImageNet's constants where torchvision's weights have that
 * architecture, else as the dataset has it.
 * @throws UserError that names the file where it is damaged or does not fit the network.
 */
export async function startingFrom(path: string, config: RunConfig): Promise<RunConfig> {
  const header = await readTensorHeader(path);
  const network = networkOf(config);
  let names: Set<string>;
  try {
    names = startingNames(network, header.tensors);
  } catch (error) {
    throw error instanceof UserError
      ? new UserError(message('weights.unfit', { path, message: wordsOf(error) }))
      : error;
  }
  const { normalization: told } = readMetadata(path, header.metadata);
  const { shape, classes } = config.dataset;
  const likeTorchvision = network.variant.family === 'imagenet' && shape[2] === 3;
  const noteWords = names.has('fc.weight') ? [] : [message('weights.newHead', { classes: classes.length })];
  if (!told && likeTorchvision) noteWords.push(message('weights.assumedNormalization'));
  const normalization = told ?? (likeTorchvision ? imagenetNormalization : config.normalization);
  return {
    ...config,
    normalization: resizedNormalization(normalization, shape),
    weights: { source: path, sha256: await sha256(path), notes: noteWords.map(inEnglish), noteWords },
  };
}

/** A state to begin with: random weights with those of the file in their place. */
export function startingState(
  network: Network,
  random: readonly NamedTensor[],
  file: readonly NamedTensor[],
): NamedTensor[] {
  const names = startingNames(network, file);
  const given = new Map(file.filter(({ name }) => names.has(name)).map((tensor) => [tensor.name, tensor]));
  const known = weightShapes(network);
  return random.flatMap((tensor) => (known.has(tensor.name) ? [given.get(tensor.name) ?? tensor] : []));
}
