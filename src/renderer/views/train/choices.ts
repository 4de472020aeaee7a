import type { Network } from '../../../shared/architecture/build';
import { cifarDepths, imagenetDepths } from '../../../shared/architecture/families';
import { leastImagenetSide } from '../../../shared/architecture/input-size';
import type { Shape } from '../../../shared/architecture/layer';
import type { Manifest } from '../../../shared/contract/dataset';
import type { RunRequest } from '../../../shared/contract/run';
import type { Settings } from '../../../shared/contract/settings';
import { messageOf } from '../../../shared/errors';
import { checkRecipe, stepsPerEpoch, trainingData, usualEpochs } from '../../../shared/recipe';

type LastChoices = Settings['lastChoices'];

/** What the form of a new run holds; null where what was typed is no number within its limits. */
export interface Choices {
  dataset: string;
  /** A variant's name, or a family whose depth is chosen apart. */
  network: string;
  depth: number | null;
  batch: number | null;
  learningRate: number | null;
  schedule: NonNullable<LastChoices['schedule']>;
  epochs: number | null;
  precision: NonNullable<LastChoices['precision']>;
  augmentation: NonNullable<LastChoices['augmentation']>;
  seed: number | null;
}

const families = [
  { name: 'resnet', title: 'ResNet' },
  { name: 'plain', title: 'Plain' },
] as const;

interface NetworkOption {
  readonly value: string;
  readonly label: string;
  readonly disabled?: boolean;
}

/**
 * The networks that the paper reports, residual and plain, and any other depth.
 * @param shape Of the dataset's pictures; networks for larger ones cannot be chosen, and say why.
 */
export function networkOptions(shape?: Shape): NetworkOption[] {
  const tooSmall = shape !== undefined && Math.min(shape[0], shape[1]) < leastImagenetSide;
  const needs = tooSmall ? `, from ${leastImagenetSide} × ${leastImagenetSide} pixels on` : '';
  return [
    ...families.flatMap(({ name, title }) => [
      ...cifarDepths.map((depth) => ({ value: `${name}${depth}`, label: `${title}-${depth}` })),
      ...imagenetDepths.map((depth) => ({
        ...{ value: `${name}${depth}`, label: `${title}-${depth}${needs}`, disabled: tooSmall },
      })),
    ]),
    { value: 'resnet', label: 'ResNet, other depth' },
    { value: 'plain', label: 'Plain, other depth' },
  ];
}

/** Whether the depth is chosen apart. */
export function hasOwnDepth(network: string): boolean {
  return families.some(({ name }) => name === network);
}

export function variantName({ network, depth }: Choices): string {
  return hasOwnDepth(network) ? `${network}${depth ?? ''}` : network;
}

/** The depth in a variant's name; null for a family. */
export function depthOf(network: string): number | null {
  return hasOwnDepth(network) ? null : Number(network.replace(/\D/g, ''));
}

function networkChoice(variant: string): Pick<Choices, 'network' | 'depth'> {
  if (networkOptions().some(({ value }) => value === variant && !hasOwnDepth(value))) {
    return { network: variant, depth: depthOf(variant) };
  }
  const [, family, depth] = /^(resnet|plain)(\d+)$/.exec(variant) ?? [];
  return family && depth ? { network: family, depth: Number(depth) } : { network: 'resnet20', depth: 20 };
}

/**
 * The paper's recipe, with what was chosen last in its place.
 * @param wanted Id of the dataset that the form was opened for.
 */
export function initialChoices(last: LastChoices, datasets: readonly Manifest[], wanted: string | undefined): Choices {
  const known = (id: string | undefined) => datasets.find((dataset) => dataset.id === id);
  const dataset = known(wanted) ?? known(last.dataset) ?? datasets[0];
  const batch = last.batch ?? 128;
  const usual = dataset ? usualEpochs(stepsPerEpoch(trainingData(dataset).trainCount, batch)) : null;
  return {
    ...networkChoice(last.variant ?? 'resnet20'),
    ...{ dataset: dataset?.id ?? '', batch, learningRate: last.learningRate ?? 0.1, schedule: last.schedule ?? 'step' },
    ...{ epochs: last.epochs ?? usual, precision: last.precision ?? 'float32', seed: last.seed ?? 1 },
    augmentation: last.augmentation ?? 'standard',
  };
}

/** The choices as a request; null where a number is missing. */
export function requestOf(choices: Choices): (RunRequest & Required<LastChoices>) | null {
  const { dataset, schedule, precision, augmentation, batch, learningRate, epochs, seed } = choices;
  if (batch === null || learningRate === null || epochs === null || seed === null) return null;
  if (hasOwnDepth(choices.network) && choices.depth === null) return null;
  const variant = variantName(choices);
  return { dataset, variant, batch, learningRate, schedule, epochs, precision, augmentation, seed };
}

export type Plan =
  | { readonly kind: 'fits'; readonly network: Network; readonly stepsInEpoch: number; readonly steps: number | null }
  | { readonly kind: 'unfit'; readonly reason: string };

/** What the choices come to for a dataset, or why they do not fit it; null while a number is missing. */
export function planOf(choices: Choices, dataset: Manifest): Plan | null {
  const { batch, epochs, schedule } = choices;
  if (batch === null || (hasOwnDepth(choices.network) && choices.depth === null)) return null;
  const data = trainingData(dataset);
  try {
    const network = checkRecipe({ variant: variantName(choices), batch, schedule, patience: 0 }, data);
    const stepsInEpoch = stepsPerEpoch(data.trainCount, batch);
    return { kind: 'fits', network, stepsInEpoch, steps: epochs === null ? null : epochs * stepsInEpoch };
  } catch (thrown) {
    return { kind: 'unfit', reason: messageOf(thrown) };
  }
}
