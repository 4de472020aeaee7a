import { createHash } from 'node:crypto';
import { createReadStream } from 'node:fs';
import { pipeline } from 'node:stream/promises';
import type { Network } from '../../shared/network/build';
import type { RunConfig } from '../../shared/contract/run';
import { UserError, wordsOf } from '../../shared/errors';
import { inEnglish } from '../../shared/words/english';
import { message, type Message } from '../../shared/words/message';
import { headRows, keepsWholeHead, type HeadRows } from '../../shared/network/head-rows';
import { imagenetNormalization, resizedNormalization } from '../../shared/network/normalization';
import { isAuxiliary, weightShapes } from '../engine/weights/shapes';
import { shown } from '../../shared/recipe/limits';
import { networkOf } from '../../shared/network/run-network';
import { assertFiniteFile, readTensorHeader } from '../engine/weights/safetensors';
import type { NamedTensor } from '../engine/state';
import { readMetadata } from '../engine/weights/weights-file';

/** What training alone needs, and what PyTorch counts: a run begins without them. */
const isIgnored = (name: string): boolean => isAuxiliary(name) || name.endsWith('.num_batches_tracked');

const shapeText = (shape: readonly number[]): string => shown(`[${shape.join(', ')}]`) ?? '';
const headNames = ['fc.weight', 'fc.bias'];
/** So many names of classes say which are meant; the rest is counted. */
const mostNamed = 6;

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
      message('weights.unknownTensor', {
        network: title,
        name: shown(foreign.name) ?? '',
        shape: shapeText(foreign.shape),
      }),
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
  const [weight, bias] = headNames.map((name) => found.get(name));
  if (weight && bias && weight[0] !== bias[0]) {
    const values = { name: 'fc.bias', shape: shapeText(bias), network: title, expected: shapeText(weight.slice(0, 1)) };
    throw new UserError(message('weights.otherShape', values));
  }
  // A head is taken as a whole: the bias of other classes is of no use.
  if (!headNames.every((name) => names.has(name))) headNames.forEach((name) => names.delete(name));
  return names;
}

function named(names: readonly string[]): string[] {
  const kept = names.slice(0, mostNamed);
  return names.length > kept.length ? [...kept, '…'] : kept;
}

/** What somebody should know of the head that a run starts with; undefined where it simply stays. */
function headNote(classes: readonly string[], { rows, by }: HeadRows, count: number): Message | undefined {
  const fresh = classes.filter((_, index) => rows[index] === null);
  const kept = classes.filter((_, index) => rows[index] !== null);
  if (kept.length === 0) {
    return message(by === 'name' ? 'weights.noCommonClass' : 'weights.newHead', { classes: classes.length });
  }
  if (by === 'order') return message('weights.headOnTrust', { count, names: named(classes) });
  if (fresh.length > 0) {
    const values = { kept: kept.length, count: classes.length, names: named(kept), fresh: named(fresh) };
    return message('weights.headPartly', values);
  }
  return keepsWholeHead({ rows }, count) ? undefined : message('weights.headReordered', { count: classes.length });
}

/** The rows of a file's head for the classes of a dataset. @throws UserError where more or fewer are named than it has. */
function rowsOf(
  path: string,
  classes: readonly string[],
  given: readonly string[] | undefined,
  count: number,
): HeadRows {
  if (given && given.length !== count) {
    throw new UserError(message('weights.otherClasses', { path, count, named: given.length }));
  }
  return headRows(classes, given, count);
}

async function sha256(path: string): Promise<string> {
  const hash = createHash('sha256');
  await pipeline(createReadStream(path), hash);
  return hash.digest('hex');
}

/**
 * The config of a run that starts from the weights of a file instead of random ones. Its pixels are normalised as the
 * weights are used to: by the file's metadata, else by ImageNet's constants where torchvision's weights have that
 * architecture, else as the dataset has it. The rows of its head go to the classes of the same names.
 * @param namedClasses The file's classes in the order of its head, where somebody names them; the file's own words count less.
 * @throws UserError that names the file where it is damaged, holds what is no number or does not fit the network.
 */
export async function startingFrom(
  path: string,
  config: RunConfig,
  namedClasses?: readonly string[],
): Promise<RunConfig> {
  const header = await readTensorHeader(path);
  const network = networkOf(config);
  try {
    startingNames(network, header.tensors);
  } catch (error) {
    throw error instanceof UserError
      ? new UserError(message('weights.unfit', { path, message: wordsOf(error) }))
      : error;
  }
  const { normalization: told, classes: own } = readMetadata(path, header.metadata);
  const { shape, classes } = config.dataset;
  const count = header.tensors.find(({ name }) => name === 'fc.bias')?.shape[0] ?? 0;
  const head = rowsOf(path, classes, namedClasses ?? own, count);
  await assertFiniteFile(path);
  const likeTorchvision = network.variant.family === 'imagenet' && shape[2] === 3;
  const note = headNote(classes, head, count);
  const noteWords = note ? [note] : [];
  if (!told && likeTorchvision) noteWords.push(message('weights.assumedNormalization'));
  const normalization = told ?? (likeTorchvision ? imagenetNormalization : config.normalization);
  return {
    ...config,
    normalization: resizedNormalization(normalization, shape),
    weights: {
      source: path,
      sha256: await sha256(path),
      notes: noteWords.map(inEnglish),
      noteWords,
      head: { rows: [...head.rows], by: head.by },
    },
  };
}

/** A run that starts from the weights of a file. */
export interface Start {
  readonly config: RunConfig;
  /** Steps that the weights were trained for; null where the file does not say so. */
  readonly step: number | null;
}

/** See {@link startingFrom}; the file is another's, so the importer reads it where there is one. */
export type StartFrom = (path: string, config: RunConfig, named?: readonly string[]) => Promise<Start>;

export const startFrom: StartFrom = async (path, config, named) => {
  const { metadata } = await readTensorHeader(path);
  const step = /^\d{1,15}$/.test(metadata['step'] ?? '') ? Number(metadata['step']) : null;
  return { config: await startingFrom(path, config, named), step };
};

/** A head with some rows of another one in place of its own; a row is whatever lies behind the first axis. */
function withRows(own: NamedTensor, given: NamedTensor, rows: HeadRows['rows']): NamedTensor {
  const width = own.data.length / Math.max(1, rows.length);
  const data = own.data.slice();
  rows.forEach((row, index) => {
    if (row !== null) data.set(given.data.subarray(row * width, (row + 1) * width), index * width);
  });
  return { ...own, data };
}

/**
 * A state to begin with: random weights with those of the file in their place.
 * @param rows Of the file's head for each class; left out for runs of earlier versions, which went by the count alone.
 */
export function startingState(
  network: Network,
  random: readonly NamedTensor[],
  file: readonly NamedTensor[],
  rows?: HeadRows['rows'],
): NamedTensor[] {
  const names = startingNames(network, file);
  const given = new Map(file.map((tensor) => [tensor.name, tensor]));
  const known = weightShapes(network);
  return random.flatMap((tensor) => {
    if (!known.has(tensor.name)) return [];
    const found = given.get(tensor.name);
    if (found && rows && headNames.includes(tensor.name)) return [withRows(tensor, found, rows)];
    return [found && names.has(tensor.name) ? found : tensor];
  });
}
