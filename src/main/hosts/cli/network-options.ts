import { Option, type Command } from 'commander';
import { chooseVariant, plainTwin, type Variant, type VariantOptions } from '../../../shared/network/variants';
import { messageOf, UserError } from '../../../shared/errors';
import { UsageError } from './context';

/** What the options of `addNetworkOptions` hold. */
export interface NetworkOptions extends VariantOptions {
  readonly plain?: boolean;
}

/** Adds the options that choose a network beside its name. */
export function addNetworkOptions(command: Command): Command {
  return command
    .addOption(
      new Option(
        '--shortcut <option>',
        'what a shortcut does where the shape changes (paper, section 3.3); A for CIFAR networks, B for ImageNet ones',
      ).choices(['A', 'B', 'C']),
    )
    .addOption(
      new Option(
        '--bottleneck-stride <convolution>',
        'which convolution of a bottleneck has its stride: the 3x3 as torchvision has it, or the 1x1 as in the paper',
      ).choices(['1x1', '3x3']),
    )
    .option('--plain', 'the same layers without shortcuts');
}

/**
 * Turns what was wrong with a network, as asked for on the command line, into wrong usage.
 * @throws UsageError
 */
export function asUsage<Result>(build: () => Result): Result {
  try {
    return build();
  } catch (error) {
    throw error instanceof UserError ? new UsageError(messageOf(error)) : error;
  }
}

/** @throws UsageError where the network has no use for an option. */
export function chosenVariant(name: string, { plain, shortcut, bottleneckStride }: NetworkOptions): Variant {
  return asUsage(() => {
    if (plain && shortcut) throw new UserError('--plain and --shortcut exclude each other.');
    const variant = chooseVariant(name, { shortcut, bottleneckStride });
    return plain ? plainTwin(variant) : variant;
  });
}

/** The options as words of a command line. */
export function networkWords({ plain, shortcut, bottleneckStride }: NetworkOptions): string[] {
  return [
    ...(plain ? ['--plain'] : []),
    ...(shortcut ? ['--shortcut', shortcut] : []),
    ...(bottleneckStride ? ['--bottleneck-stride', bottleneckStride] : []),
  ];
}
