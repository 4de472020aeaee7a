import type { Parameter } from './parameters';

export type OptimizerKind = 'sgd' | 'adamw';

/** What an optimiser keeps beside each trained parameter, under PyTorch's names. */
export const slotsOf = { sgd: ['momentum'], adamw: ['exp_avg', 'exp_avg_sq'] } as const satisfies Record<
  OptimizerKind,
  readonly string[]
>;

/** Before the name of a parameter: the exponential moving average of it. */
const averagePrefix = 'ema.';
const slotPrefixes = [...slotsOf.sgd, ...slotsOf.adamw].map((slot) => `${slot}.`);

/** What may stand before a parameter's name in a state, in the order of a state. */
export const statePrefixes: readonly string[] = ['', ...slotPrefixes, averagePrefix];

/** Name of the count of steps, which bias correction and averaging begin with. */
export const counterName = 'optimizer.step';

export const slotName = (slot: string, name: string): string => `${slot}.${name}`;

export const averageName = (name: string): string => averagePrefix + name;

/** The parameter of which that is the average; undefined where it is none. */
export function averagedName(name: string): string | undefined {
  return name.startsWith(averagePrefix) ? name.slice(averagePrefix.length) : undefined;
}

/** Whether a tensor of a state is no weight or running statistic, but something that training alone needs. */
export function isAuxiliary(name: string): boolean {
  return name === counterName || statePrefixes.some((prefix) => prefix !== '' && name.startsWith(prefix));
}

export function slotParameter(slot: string, parameter: Parameter): Parameter {
  return { ...parameter, name: slotName(slot, parameter.name), initial: { value: 0 } };
}

export function averageParameter(parameter: Parameter): Parameter {
  return { ...parameter, name: averageName(parameter.name), initial: { sameAs: parameter.name } };
}

/** A single number: float32 counts exactly up to 16 million, where neither of its uses depends on it any more. */
export const counterParameter: Parameter = { name: counterName, group: 'counter', shape: [1], initial: { value: 0 } };
