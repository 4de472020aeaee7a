import type { z } from 'zod';
import { choice, type Field, number, toggle, written } from './field';
import { message } from '../words/message';
import { formatMilestones, formatWarmup, milestonesSchema, parseMilestones, parseWarmup, warmupSchema } from './text';

/** What activations are computed in. */
export const floatTypes = ['float32', 'bfloat16'] as const;

/** How a network differs from the one of its name. */
const network = {
  shortcut: choice(['A', 'B', 'C'], {
    scope: 'network',
    form: 'more',
    option: {
      metavar: 'option',
      help: 'what a shortcut does where the shape changes (paper, section 3.3); A for CIFAR networks, B for ImageNet ones',
    },
  }),
  bottleneckStride: choice(['1x1', '3x3'], {
    scope: 'network',
    form: 'more',
    option: {
      metavar: 'convolution',
      help: 'which convolution of a bottleneck has its stride: the 3x3 as torchvision has it, or the 1x1 as in the paper',
    },
  }),
  zeroInitialization: toggle({
    scope: 'run',
    default: false,
    form: 'more',
    option: {
      flag: 'zero-init',
      help: 'start each block as an identity: the scale of its last batch normalisation is 0',
    },
  }),
};

const length = {
  batch: number({
    scope: 'recipe',
    limits: { whole: true, least: 1, most: 65_536 },
    open: 'by the size of the dataset',
    form: 'main',
    option: { metavar: 'pictures', help: 'pictures a step' },
  }),
  epochs: number({
    scope: 'length',
    limits: { whole: true, least: 1, most: 1_000_000 },
    open: 'by the size of the dataset, about 10,000 steps',
    unit: 'epochs',
    form: 'main',
    option: { metavar: 'count', help: 'passes over the training pictures' },
  }),
  steps: number({
    scope: 'length',
    limits: { whole: true, least: 1, most: 1_000_000_000 },
    open: 'by the size of the dataset, about 10,000 steps',
    unit: 'steps',
    option: { metavar: 'count', help: 'steps instead of epochs', conflicts: 'epochs' },
  }),
};

const rate = {
  learningRate: number({
    scope: 'recipe',
    limits: { above: 0, most: 1000 },
    form: 'main',
    option: { metavar: 'rate', help: 'after the warm-up' },
  }),
  schedule: choice(['constant', 'step', 'plateau', 'cosine'], {
    scope: 'recipe',
    form: 'main',
    option: { metavar: 'kind', help: 'of the learning rate' },
  }),
  /** Where `step` divides the learning rate by 10: fractions of the run, or steps. */
  milestones: written(milestonesSchema, {
    scope: 'recipe',
    needs: { schedule: 'step' },
    form: 'more',
    parse: parseMilestones,
    format: formatMilestones,
    notation: message('values.milestones'),
    option: {
      metavar: 'places',
      help: 'where `step` divides the rate by 10: fractions of the run, such as 0.5,0.75, or 32000steps',
    },
  }),
  warmup: written(warmupSchema, {
    scope: 'recipe',
    default: null,
    form: 'more',
    parse: parseWarmup,
    format: formatWarmup,
    notation: message('values.warmup'),
    suggestions: ['none', '0.05', '0.1', '1epochs', '5epochs', 'paper'],
    option: {
      metavar: 'length',
      help: 'the rate grows linearly over a fraction of the run (0.05), steps (400steps) or epochs (5epochs); paper: a tenth of it until the training error is below 80 %; none',
    },
  }),
};

const optimization = {
  optimizer: choice(['sgd', 'adamw'], {
    scope: 'recipe',
    default: 'sgd',
    form: 'more',
    option: { metavar: 'kind', help: 'adamw begins at rate 0.001 and decay 0.01' },
  }),
  momentum: number({
    scope: 'recipe',
    limits: { least: 0, below: 1 },
    needs: { optimizer: 'sgd' },
    form: 'more',
    option: { metavar: 'fraction', help: 'of the steps before, for sgd' },
  }),
  nesterov: toggle({
    scope: 'recipe',
    default: false,
    needs: { optimizer: 'sgd' },
    form: 'more',
    option: { help: 'look ahead by the momentum, for sgd', helpOff: 'where the recipe has it' },
  }),
  weightDecay: number({
    scope: 'recipe',
    limits: { least: 0, most: 1000 },
    zeroIsOff: true,
    form: 'more',
    option: { metavar: 'factor', help: 'of the weights of convolutions and the last layer' },
  }),
  decayAll: toggle({
    scope: 'recipe',
    default: false,
    form: 'more',
    option: { help: 'decay scales, shifts and biases as well' },
  }),
  labelSmoothing: number({
    scope: 'recipe',
    default: 0,
    limits: { least: 0, below: 1 },
    zeroIsOff: true,
    form: 'more',
    option: { metavar: 'share', help: 'of the target that all classes share; 0: none' },
  }),
  clipNorm: number({
    scope: 'recipe',
    default: 0,
    limits: { least: 0, most: 1e9 },
    zeroIsOff: true,
    form: 'more',
    option: { metavar: 'norm', help: 'largest norm of the gradient over all parameters; 0: any' },
  }),
  ema: number({
    scope: 'recipe',
    default: 0,
    limits: { least: 0, below: 1 },
    zeroIsOff: true,
    form: 'more',
    option: { metavar: 'decay', help: 'evaluate and keep a moving average of the weights, such as 0.999; 0: none' },
  }),
  patience: number({
    scope: 'recipe',
    default: 0,
    limits: { whole: true, least: 0, most: 1_000_000 },
    zeroIsOff: true,
    unit: 'epochs',
    form: 'more',
    option: { metavar: 'epochs', help: 'end early after so many without a better validation error; 0: never' },
  }),
};

const others = {
  augmentation: choice(['none', 'standard', 'imagenet'], {
    scope: 'recipe',
    open: 'none below 10 epochs, standard from there on',
    form: 'more',
    option: {
      metavar: 'kind',
      help: 'standard: a random crop of the padded picture; imagenet: a random part of it, resized, and other colours; both mirrored where that keeps the class',
    },
  }),
  precision: choice(['auto', ...floatTypes], {
    scope: 'run',
    default: 'float32',
    form: 'more',
    option: { metavar: 'type', help: 'of activations; auto: whichever is faster here' },
  }),
  seed: number({
    scope: 'run',
    default: 1,
    limits: { whole: true, least: 0, most: 2_147_483_647 },
    isName: true,
    form: 'more',
    option: { metavar: 'number', help: 'decides the first weights, the order and the augmentation' },
  }),
  shuffle: toggle({
    scope: 'run',
    default: true,
    form: 'more',
    option: { helpOff: 'take the pictures in their stored order' },
  }),
};

/**
 * Every value that a training has, one row each, in the order in which they are shown. The schemas of requests and
 * config.json, the options of the command line, the form of a new run, `describe --recipe`, the report and the comparison
 * follow from a row; its texts are in the words of each language, under its name. What values do to each other is in
 * rules.ts.
 */
export const fields = { ...network, ...length, ...rate, ...optimization, ...others };

export type Fields = typeof fields;
export type FieldName = keyof Fields;
export type FieldScope = Fields[FieldName]['scope'];
export type FieldValue<Name extends FieldName> = z.output<Fields[Name]['schema']>;

/** The names of the values of one scope, or of those that the form shows. */
export type NamesOf<Scope extends FieldScope> = {
  [Name in FieldName]: Fields[Name]['scope'] extends Scope ? Name : never;
}[FieldName];

/** The row of a value, whichever it is. */
export const fieldOf = (name: FieldName): Field => fields[name];

export const fieldNames = Object.keys(fields) as FieldName[];

/** Whether there is a value of that name. */
export function isFieldName(name: string): name is FieldName {
  return Object.hasOwn(fields, name);
}

/** The names of the values of these scopes, in their order. */
export function namesOf<Scope extends FieldScope>(...scopes: readonly Scope[]): NamesOf<Scope>[] {
  return fieldNames.filter((name) => scopes.some((scope) => scope === fields[name].scope)) as NamesOf<Scope>[];
}
