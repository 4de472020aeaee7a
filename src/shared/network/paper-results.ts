import type { Shape } from './layer';

export interface PaperResult {
  /** `resnet20`, as the studio names it. */
  readonly variant: string;
  readonly title: string;
  readonly layers: number;
  readonly parameters: number;
  /** Test error on CIFAR-10, as a fraction: the best of its runs where there were several. */
  readonly testError: number;
  /** Mean and standard deviation where there were five runs. */
  readonly spread?: readonly [mean: number, deviation: number];
}

/** Test errors on CIFAR-10 with the standard augmentation (paper, table 6). */
export const paperResults: readonly PaperResult[] = [
  {
    variant: 'highway19',
    title: 'Highway-19',
    layers: 19,
    parameters: 2.3e6,
    testError: 0.0754,
    spread: [0.0772, 0.0016],
  },
  { variant: 'highway32', title: 'Highway-32', layers: 32, parameters: 1.25e6, testError: 0.088 },
  { variant: 'resnet20', title: 'ResNet-20', layers: 20, parameters: 0.27e6, testError: 0.0875 },
  { variant: 'resnet32', title: 'ResNet-32', layers: 32, parameters: 0.46e6, testError: 0.0751 },
  { variant: 'resnet44', title: 'ResNet-44', layers: 44, parameters: 0.66e6, testError: 0.0717 },
  { variant: 'resnet56', title: 'ResNet-56', layers: 56, parameters: 0.85e6, testError: 0.0697 },
  {
    variant: 'resnet110',
    title: 'ResNet-110',
    layers: 110,
    parameters: 1.7e6,
    testError: 0.0643,
    spread: [0.0661, 0.0016],
  },
  { variant: 'resnet1202', title: 'ResNet-1202', layers: 1202, parameters: 19.4e6, testError: 0.0793 },
];

/** What the paper reached with that network; undefined where its table has none, as for plain networks. */
export function paperResult(variant: string): PaperResult | undefined {
  return paperResults.find((result) => result.variant === variant);
}

const cifar10Classes = [...['airplane', 'automobile', 'bird', 'cat', 'deer', 'dog', 'frog', 'horse', 'ship', 'truck']];
const cifar10Shape: Shape = [32, 32, 3];

/** Whether pictures and classes are those of CIFAR-10, whatever the dataset is called. */
export function isCifar10({ shape, classes }: { readonly shape: Shape; readonly classes: readonly string[] }): boolean {
  const names = classes.map((name) => name.trim().toLowerCase()).sort();
  return (
    shape.every((length, index) => length === cifar10Shape[index]) &&
    names.length === cifar10Classes.length &&
    names.every((name, index) => name === cifar10Classes[index])
  );
}
