import { z } from 'zod';
import type { Network } from '../../../shared/network/build';
import { buildNetwork } from '../../../shared/network/build';
import type { Shape } from '../../../shared/network/layer';
import { findVariant, defaultInput, type Variant } from '../../../shared/network/variants';
import { normalizationSchema, shapeSchema } from '../../../shared/contract/dataset';
import { runRequestSchema } from '../../../shared/contract/run';
import { wordsOf, UserError } from '../../../shared/errors';
import { message, type Message } from '../../../shared/words/message';
import { imagenetNormalization, resizedNormalization } from '../../../shared/network/normalization';
import type { Normalization } from '..';
import type { TensorHeader } from './safetensors';

/** What somebody says of a weights file; it counts for more than the file's own metadata. */
export interface GivenDescription {
  readonly variant?: string;
  readonly classes?: readonly string[];
  readonly shape?: Shape;
}

/** What weights are for. */
export interface WeightsDescription {
  readonly network: Network;
  readonly classes: readonly string[];
  readonly normalization: Normalization;
  /** What was assumed, in sentences. */
  readonly notes: readonly Message[];
}

const json = <Schema extends z.ZodType>(schema: Schema) =>
  z
    .string()
    .transform((text, context) => {
      try {
        return JSON.parse(text) as unknown;
      } catch {
        context.addIssue('not JSON');
        return z.NEVER;
      }
    })
    .pipe(schema);

const metadataSchema = z.object({
  variant: z.string().optional(),
  shortcut: runRequestSchema.shape.shortcut,
  bottleneckStride: runRequestSchema.shape.bottleneckStride,
  classes: json(z.array(z.string()).min(2)).optional(),
  normalization: json(normalizationSchema).optional(),
  shape: json(shapeSchema).optional(),
});
type Metadata = z.infer<typeof metadataSchema>;

/** @throws UserError that names the file where an entry cannot be understood. */
export function readMetadata(path: string, metadata: Record<string, string>): Metadata {
  const parsed = metadataSchema.safeParse(metadata);
  if (parsed.success) return parsed.data;
  const what = String(parsed.error.issues[0]?.path[0]);
  throw new UserError(message('weights.noMetadata', { path, what }));
}

/** The metadata of a safetensors file, what it lacks from what is given, and where neither says it what is usual. */
class Describing {
  readonly notes: Message[] = [];
  readonly #path: string;
  readonly #shapes: ReadonlyMap<string, readonly number[]>;
  readonly #metadata: Metadata;
  readonly #given: GivenDescription;

  constructor(path: string, header: TensorHeader, given: GivenDescription) {
    this.#path = path;
    this.#shapes = new Map(header.tensors.map(({ name, shape }) => [name, shape]));
    this.#metadata = readMetadata(path, header.metadata);
    this.#given = given;
  }

  describe(): WeightsDescription {
    const variant = this.#variant();
    const classes = this.#classes();
    const shape = this.#given.shape ?? this.#metadata.shape ?? this.#defaultShape(variant);
    try {
      const network = buildNetwork(variant, shape, classes.length);
      return { network, classes, normalization: this.#normalization(shape), notes: this.notes };
    } catch (error) {
      throw error instanceof UserError
        ? new UserError(message('files.about', { path: this.#path, message: wordsOf(error) }))
        : error;
    }
  }

  #variant(): Variant {
    const name = this.#given.variant ?? this.#metadata.variant;
    if (name === undefined) {
      throw new UserError(message('weights.noNetwork', { path: this.#path }));
    }
    const { shortcut = this.#shortcut(), bottleneckStride } = this.#metadata;
    return findVariant(name, { shortcut, bottleneckStride });
  }

  /** Projections stand where the shape changes with option B, and in every block with option C. */
  #shortcut(): 'A' | 'B' | 'C' {
    const projects = (block: string): boolean => this.#shapes.has(`${block}.downsample.0.weight`);
    if (projects('layer1.1')) return 'C';
    return projects('layer2.0') ? 'B' : 'A';
  }

  #classes(): readonly string[] {
    const classes = this.#given.classes ?? this.#metadata.classes;
    const count = this.#shapes.get('fc.weight')?.[0];
    if (!classes) {
      throw new UserError(message('weights.noClasses', { path: this.#path, count: count ?? '' }));
    }
    if (count !== undefined && count !== classes.length) {
      throw new UserError(message('weights.otherClasses', { path: this.#path, count, named: classes.length }));
    }
    return classes;
  }

  /** The family's usual size, or the one that the mean of each pixel tells; channels as the first kernel has them. */
  #defaultShape(variant: Variant): Shape {
    const channels = this.#shapes.get('conv1.weight')?.[1] ?? 3;
    const { mean = [] } = this.#metadata.normalization ?? {};
    const told = Math.sqrt(mean.length / channels);
    const side = told > 1 && Number.isInteger(told) ? told : defaultInput(variant).shape[0];
    this.notes.push(message('weights.assumedSize', { height: side, width: side, channels }));
    return [side, side, channels];
  }

  #normalization(shape: Shape): Normalization {
    if (this.#metadata.normalization) return resizedNormalization(this.#metadata.normalization, shape);
    if (shape[2] !== 3) {
      throw new UserError(message('weights.noNormalization', { path: this.#path, channels: shape[2] }));
    }
    this.notes.push(message('weights.assumedNormalization'));
    return imagenetNormalization;
  }
}

/**
 * What the weights of a file are for, from its metadata and from what is given. Where neither says it, the usual size
 * of pictures and ImageNet's constants are assumed, and noted.
 * @throws UserError that names the file where the network or the classes are unknown or do not fit the weights.
 */
export function describeWeights(path: string, header: TensorHeader, given: GivenDescription = {}): WeightsDescription {
  return new Describing(path, header, given).describe();
}
