import { buildNetwork } from '../network/build';
import { findVariant } from '../network/variants';
import type { RunConfig } from '../contract/run';
import { fieldNames, fieldOf, isFieldName } from './fields';
import { recipeValues } from './table';
import { settingNames } from '../words/en/setting-names';
import { hasEffect } from './values';

export type SettingName = keyof typeof settingNames;

export type SettingValue = string | number | boolean | null;

export interface RunSetting {
  /** One of `settingNames`, or a name of config.json that is newer than this list. */
  readonly name: string;
  /** Null where it does not apply. */
  readonly value: SettingValue;
}

/** Whether it has a name of its own. */
export function isSettingName(name: string): name is SettingName {
  return Object.hasOwn(settingNames, name);
}

/** Whether a number is a name more than an amount, as a seed is, and is written without separators. */
export function isIdentifier(name: string): boolean {
  const field = isFieldName(name) ? fieldOf(name) : undefined;
  return field?.kind === 'number' && field.isName === true;
}

/** A value of the training as one word or number. */
export function settingValue(name: string, value: unknown): SettingValue {
  const field = isFieldName(name) ? fieldOf(name) : undefined;
  if (field?.kind === 'written' && value !== undefined) return field.format(value);
  if (value === null || value === undefined) return null;
  if (typeof value === 'string' || typeof value === 'number' || typeof value === 'boolean') return value;
  return JSON.stringify(value);
}

function networkSettings({ training, dataset }: RunConfig): RunSetting[] {
  const variant = findVariant(training.variant, training);
  const { parameters, multiplyAdds } = buildNetwork(variant, dataset.shape, dataset.classes.length);
  return [
    { name: 'network', value: variant.title },
    { name: 'shortcut', value: variant.shortcut },
    { name: 'bottleneckStride', value: variant.bottleneckStride },
    { name: 'zeroInitialization', value: training.zeroInitialization },
    { name: 'parameters', value: parameters },
    { name: 'multiplyAdds', value: multiplyAdds },
  ];
}

/** Names of the settings in the order in which they are shown. */
const ordered: readonly string[] = [
  'network',
  ...fieldNames.slice(0, fieldNames.indexOf('batch')),
  'parameters',
  'multiplyAdds',
  'dataset',
  'contentHash',
  'pictures',
  'classes',
  'trainCount',
  'weights',
  'recipe',
  ...fieldNames.slice(fieldNames.indexOf('batch')),
  'studioVersion',
];

function place(name: string): number {
  const index = ordered.indexOf(name);
  return index < 0 ? ordered.length : index;
}

/** Everything that decides a run, with the network and the dataset first. */
export function runSettings(config: RunConfig): RunSetting[] {
  const { training, dataset, recipe, weights, studioVersion } = config;
  const network = networkSettings(config);
  const known = new Set(['variant', ...network.map(({ name }) => name)]);
  const trained = Object.entries(training)
    .filter(([name]) => !known.has(name))
    .map(([name, value]) => {
      const idle = isFieldName(name) && !hasEffect(name, training);
      return { name, value: idle ? null : settingValue(name, value) };
    });
  return [
    ...network,
    { name: 'dataset', value: dataset.name },
    { name: 'contentHash', value: dataset.contentHash.slice(0, 12) },
    { name: 'pictures', value: dataset.shape.join('×') },
    { name: 'classes', value: dataset.classes.length },
    { name: 'trainCount', value: dataset.trainCount },
    { name: 'weights', value: weights ? (weights.source.split(/[\\/]/).at(-1) ?? weights.source) : null },
    { name: 'recipe', value: recipe?.name ?? null },
    ...trained,
    { name: 'studioVersion', value: studioVersion },
  ].sort((a, b) => place(a.name) - place(b.name));
}

/** What the paper set for CIFAR-10 (section 4.2), by the same names. */
export function paperSettings(variant?: string): RunSetting[] {
  const values = Object.entries(recipeValues('paper-cifar', variant)).filter(([name]) => name !== 'epochs');
  const set = values.map(([name, value]) => ({ name, value: settingValue(name, value) }));
  return [...set, { name: 'trainCount', value: 45_000 }, { name: 'pictures', value: '32×32×3' }];
}
