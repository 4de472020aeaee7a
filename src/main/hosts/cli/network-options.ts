import type { Command } from 'commander';
import { chooseVariant, plainTwin, type Variant, type VariantOptions } from '../../../shared/network/variants';
import { UserError } from '../../../shared/errors';
import { message } from '../../../shared/words/message';
import { namesOf } from '../../../shared/recipe/fields';
import { UsageError } from './context';
import { fieldOptions, flagOf } from './field-options';

/** What the options of `addNetworkOptions` hold. */
export interface NetworkOptions extends VariantOptions {
  readonly plain?: boolean;
}

const names = namesOf('network');

/** Adds the options that choose a network beside its name. */
export function addNetworkOptions(command: Command): Command {
  for (const option of names.flatMap(fieldOptions)) command.addOption(option);
  return command.option('--plain', 'the same layers without shortcuts');
}

/**
 * Turns what was wrong with a network, as asked for on the command line, into wrong usage.
 * @throws UsageError
 */
export function asUsage<Result>(build: () => Result): Result {
  try {
    return build();
  } catch (error) {
    throw error instanceof UserError ? new UsageError(error.words) : error;
  }
}

/** @throws UsageError where the network has no use for an option. */
export function chosenVariant(name: string, { plain, shortcut, bottleneckStride }: NetworkOptions): Variant {
  return asUsage(() => {
    if (plain && shortcut) throw new UserError(message('commandLine.plainAndShortcut'));
    const variant = chooseVariant(name, { shortcut, bottleneckStride });
    return plain ? plainTwin(variant) : variant;
  });
}

/** The options as words of a command line. */
export function networkWords({ plain, ...values }: NetworkOptions): string[] {
  return [
    ...(plain ? ['--plain'] : []),
    ...names.flatMap((name) => (values[name] === undefined ? [] : [`--${flagOf(name)}`, values[name]])),
  ];
}
