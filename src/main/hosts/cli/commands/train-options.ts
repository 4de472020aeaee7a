import { Option, type Command } from 'commander';
import {
  augmentationSchema,
  optimizerSchema,
  precisionSchema,
  recipeSchema,
  scheduleSchema,
} from '../../../../shared/contract/training';
import { parseMilestones, parseWarmup } from '../../../../shared/recipe/text';
import { parseBranch } from '../branch-text';
import { addNetworkOptions } from '../network-options';
import {
  deviceOption,
  queueOption,
  fractionOrZero,
  numberOrZero,
  positiveNumber,
  readBy,
  variantName,
  wholeNumber,
} from '../options';

const highestSeed = 2_147_483_647;
const highestBatch = 65_536;

const option = (flags: string, description: string): Option => new Option(flags, description);

/** What is trained on what. */
const subject = (): Option[] => [
  option('--dataset <id|path>', 'id or name of a dataset in the store, or files to import first').makeOptionMandatory(),
  option('--model <variant>', 'network, such as resnet20, plain56, resnet50, or any depth of 6n+2')
    .argParser(variantName)
    .makeOptionMandatory(),
];

const beginning = (): Option[] => [
  option('--zero-init', 'start each block as an identity: the scale of its last batch normalisation is 0'),
  option('--weights <file>', "safetensors file to start from, under torchvision's names"),
  option(
    '--from <run[@checkpoint]>',
    'start from the weights of another run: last, best or epoch-0010 of it',
  ).argParser(readBy(parseBranch)),
  option('--name <name>', 'what to call the run'),
];

const length = (): Option[] => [
  option('--recipe <name>', 'where the values come from; `describe --recipe <name>` shows them')
    .choices(recipeSchema.options)
    .default('paper'),
  option('--batch <pictures>', 'pictures a step').argParser(wholeNumber(1, highestBatch)),
  option('--epochs <count>', 'passes over the training pictures').argParser(wholeNumber(1)),
  option('--steps <count>', 'steps instead of epochs').argParser(wholeNumber(1)).conflicts('epochs'),
];

const rate = (): Option[] => [
  option('--learning-rate <rate>', 'after the warm-up').argParser(positiveNumber),
  option('--schedule <kind>', 'of the learning rate').choices(scheduleSchema.options),
  option(
    '--milestones <places>',
    'where `step` divides the rate by 10: fractions of the run, such as 0.5,0.75, or 32000steps',
  ).argParser(readBy(parseMilestones)),
  option(
    '--warmup <length>',
    'the rate grows linearly over a fraction of the run (0.05), steps (400steps) or epochs (5epochs); paper: a tenth of it until the training error is below 80 %; none',
  ).argParser(readBy(parseWarmup)),
];

const optimization = (): Option[] => [
  option('--optimizer <kind>', 'adamw begins at rate 0.001 and decay 0.01').choices(optimizerSchema.options),
  option('--momentum <fraction>', 'of the steps before, for sgd').argParser(fractionOrZero),
  option('--nesterov', 'look ahead by the momentum, for sgd'),
  option('--no-nesterov', 'where the recipe has it'),
  option('--weight-decay <factor>', 'of the weights of convolutions and the last layer').argParser(numberOrZero),
  option('--decay-all', 'decay scales, shifts and biases as well'),
  option('--label-smoothing <share>', 'of the target that all classes share; 0: none').argParser(fractionOrZero),
  option('--clip-norm <norm>', 'largest norm of the gradient over all parameters; 0: any').argParser(numberOrZero),
  option('--ema <decay>', 'evaluate and keep a moving average of the weights, such as 0.999; 0: none').argParser(
    fractionOrZero,
  ),
  option('--patience <epochs>', 'end early after so many without a better validation error; 0: never').argParser(
    wholeNumber(0),
  ),
];

const others = (): Option[] => [
  option('--precision <type>', 'of activations; auto: whichever is faster here')
    .choices(precisionSchema.options)
    .default('float32'),
  option('--seed <number>', 'decides the first weights, the order and the augmentation')
    .argParser(wholeNumber(0, highestSeed))
    .default(1),
  option(
    '--augmentation <kind>',
    'standard: a random crop of the padded picture; imagenet: a random part of it, resized, and other colours; both mirrored where that keeps the class',
  ).choices(augmentationSchema.options),
  option('--checkpoint-every <epochs>', 'write a checkpoint after every so many epochs; 0: none')
    .argParser(wholeNumber(0))
    .default(0),
  option('--keep-checkpoints <count>', 'of these, the newest; 0: all').argParser(wholeNumber(0)).default(3),
  deviceOption(),
  queueOption(),
  option('--no-shuffle', 'take the pictures in their stored order'),
  option('--json', 'print one event a line as JSON'),
];

/** Adds the options of `train`. Those without a default of their own have the recipe's value. */
export function addTrainOptions(command: Command): Command {
  for (const own of subject()) command.addOption(own);
  addNetworkOptions(command);
  for (const own of [beginning(), length(), rate(), optimization(), others()].flat()) command.addOption(own);
  return command;
}
