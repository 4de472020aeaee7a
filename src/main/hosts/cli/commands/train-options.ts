import { Option, type Command } from 'commander';
import { recipeSchema } from '../../../../shared/contract/training';
import { namesOf } from '../../../../shared/recipe/fields';
import { parseBranch } from '../branch-text';
import { checkpointOptions, fieldOptions, nameOption } from '../field-options';
import { addNetworkOptions } from '../network-options';
import { deviceOption, queueOption, readBy, variantName } from '../options';

/** The values that `train` has an option for, beside those of the network. */
export const optionNames = namesOf('recipe', 'length', 'run');

const option = (flags: string, description: string): Option => new Option(flags, description);

/** What is trained on what. */
const subject = (): Option[] => [
  option('--dataset <id|path>', 'id or name of a dataset in the store, or files to import first').makeOptionMandatory(),
  option('--model <variant>', 'network, such as resnet20, plain56, resnet50, or any depth of 6n+2')
    .argParser(variantName)
    .makeOptionMandatory(),
];

const beginning = (): Option[] => [
  option('--weights <file>', "safetensors file to start from, under torchvision's names"),
  option('--weights-classes <file>', 'names of its classes in their order, one a line, where it does not say them'),
  option(
    '--from <run[@checkpoint]>',
    'start from the weights of another run: last, best or epoch-0010 of it',
  ).argParser(readBy(parseBranch)),
  nameOption(),
  option('--recipe <name>', 'where the values come from; `describe --recipe <name>` shows them')
    .choices(recipeSchema.options)
    .default('paper'),
];

/** Adds the options of `train`. Those without a default of their own have the recipe's value. */
export function addTrainOptions(command: Command): Command {
  for (const own of subject()) command.addOption(own);
  addNetworkOptions(command);
  const others = [...checkpointOptions(), deviceOption(), queueOption()];
  for (const own of [...beginning(), ...optionNames.flatMap(fieldOptions), ...others]) command.addOption(own);
  return command.option('--json', 'print one event a line as JSON');
}
