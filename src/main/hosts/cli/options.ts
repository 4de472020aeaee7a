import { InvalidArgumentError, Option } from 'commander';
import type { Shape } from '../../../shared/network/layer';
import { findVariant } from '../../../shared/network/variants';
import { deviceChoiceSchema, type DeviceChoice } from '../../../shared/contract/device';
import { messageOf } from '../../../shared/errors';
import { readNumber } from '../../../shared/recipe/limits';

/** Reads a whole number of at least `least`. */
export function wholeNumber(least: number, most = Number.MAX_SAFE_INTEGER): (text: string) => number {
  return (text) => {
    const value = /^\d+$/.test(text) ? Number(text) : NaN;
    if (value >= least && value <= most) return value;
    const range = most === Number.MAX_SAFE_INTEGER ? `of at least ${least}` : `from ${least} to ${most}`;
    throw new InvalidArgumentError(`It must be a whole number ${range}.`);
  };
}

export function fractionOrZero(text: string): number {
  const value = readNumber(text);
  if (value >= 0 && value < 1) return value;
  throw new InvalidArgumentError('It must be a number from 0 to below 1, such as 0.0001.');
}

/** Reads by a function that throws UserErrors. */
export function readBy<Value>(parse: (text: string) => Value): (text: string) => Value {
  return (text) => {
    try {
      return parse(text);
    } catch (error) {
      throw new InvalidArgumentError(messageOf(error));
    }
  };
}

/** `32x32x3`: height, width, channels. */
export function inputShape(text: string): Shape {
  const match = /^(\d{1,5})x(\d{1,5})x(\d{1,4})$/i.exec(text);
  if (!match) throw new InvalidArgumentError('It must be height, width and channels, such as 32x32x3.');
  return [Number(match[1]), Number(match[2]), Number(match[3])];
}

/** The name of a network as the studio writes it. */
export const variantName = readBy((text) => findVariant(text).name);

function deviceChoice(text: string): DeviceChoice {
  const { data, error } = deviceChoiceSchema.safeParse(text);
  if (data === undefined) throw new InvalidArgumentError(error.issues[0]?.message ?? '');
  return data;
}

/** Where a command computes. */
export const deviceOption = (): Option =>
  new Option('--device <auto|cpu|number>', 'where to compute; the number of a GPU is that of nvidia-smi, from 0')
    .argParser(deviceChoice)
    .default('auto');

/** Whether a run goes to the window's queue, where the window's settings say where it computes. */
export const queueOption = (): Option =>
  new Option('--queue', "put the run at the end of the window's queue, instead of training it here").conflicts(
    'device',
  );
