import type { Command } from 'commander';
import { Option } from 'commander';
import type { Network } from '../../../shared/architecture/build';
import { buildNetwork } from '../../../shared/architecture/build';
import type { Layer, Shape } from '../../../shared/architecture/layer';
import type { Shortcut } from '../../../shared/architecture/variants';
import { findVariant, plainTwin } from '../../../shared/architecture/variants';
import { messageOf, UserError } from '../../../shared/errors';
import type { Act, Context } from '../context';
import { UsageError } from '../context';
import { inputShape, variantName, wholeNumber } from '../options';
import { formatBytes, formatCount, formatTable } from '../text';

interface DescribeOptions {
  input: Shape;
  classes: number;
  shortcut: Shortcut;
  plain?: boolean;
  json?: boolean;
}

const bytesPerNumber = 4;
/** A layer's output for one picture, in float32. */
const outputBytes = ({ outputShape: [height, width, channels] }: Layer): number =>
  bytesPerNumber * height * width * channels;
/** Weights, their gradients and their momentum. */
const trainingBytes = ({ parameters }: Network): number => 3 * bytesPerNumber * parameters;

export function addDescribe(program: Command, context: Context, act: Act): void {
  program
    .command('describe')
    .description('Layers of a network with their shapes, parameters, multiply-adds and memory')
    .argument('<variant>', 'network, such as resnet20, plain56, or any depth of 6n+2', variantName)
    .addOption(
      new Option('--input <shape>', 'height, width and channels of a picture')
        .argParser(inputShape)
        .default([32, 32, 3], '32x32x3'),
    )
    .option('--classes <count>', 'number of classes', wholeNumber(2), 10)
    .addOption(shortcutOption())
    .option('--plain', 'the same layers without shortcuts')
    .option('--json', 'print JSON alone')
    .action(act(async (variant: string, options: DescribeOptions) => describe(variant, options, context)));
}

export function shortcutOption(): Option {
  return new Option('--shortcut <option>', 'what a shortcut does where the shape changes (paper, section 3.3)')
    .choices(['A', 'B', 'C'])
    .default('A');
}

function networkOf(name: string, options: DescribeOptions): Network {
  const variant = findVariant(name, options.shortcut);
  try {
    return buildNetwork(options.plain ? plainTwin(variant) : variant, options.input, options.classes);
  } catch (error) {
    throw error instanceof UserError ? new UsageError(messageOf(error)) : error;
  }
}

async function describe(name: string, options: DescribeOptions, context: Context): Promise<void> {
  const network = networkOf(name, options);
  const activationBytes = network.layers.reduce((total, layer) => total + outputBytes(layer), 0);
  if (options.json) {
    const { variant, parameters, multiplyAdds, layers, classes } = network;
    const rows = layers.map(({ name, kind, outputShape, parameters, multiplyAdds, ...layer }) => ({
      ...{ name, kind, outputShape, parameters, multiplyAdds },
      activationBytes: outputBytes({ name, kind, outputShape, parameters, multiplyAdds, ...layer } as Layer),
    }));
    const totals = { activationBytes, trainingBytes: trainingBytes(network) };
    const { shortcut } = variant;
    context.print(
      JSON.stringify({
        ...{ variant: variant.name, shortcut, inputShape: network.inputShape, classes, parameters, multiplyAdds },
        ...{ ...totals, layers: rows },
      }),
    );
    return;
  }
  context.print(formatTable(network.layers, columns));
  context.print(
    [
      '',
      `${network.variant.title}${network.variant.shortcut ? `, shortcut ${network.variant.shortcut}` : ''}, ${network.inputShape.join('x')}, ${network.classes} classes`,
      `parameters     ${formatCount(network.parameters)}`,
      `multiply-adds  ${formatCount(network.multiplyAdds)} a picture`,
      `memory         ${formatBytes(activationBytes)} of activations a picture; ${formatBytes(trainingBytes(network))} for weights, gradients and momentum (float32)`,
    ].join('\n'),
  );
}

const columns = [
  { title: 'layer', cell: ({ name }: Layer) => name },
  { title: 'kind', cell: ({ kind }: Layer) => kind },
  { title: 'output', cell: ({ outputShape }: Layer) => outputShape.join('x') },
  { title: 'parameters', cell: ({ parameters }: Layer) => formatCount(parameters), alignRight: true },
  { title: 'multiply-adds', cell: ({ multiplyAdds }: Layer) => formatCount(multiplyAdds), alignRight: true },
  { title: 'memory', cell: (layer: Layer) => formatBytes(outputBytes(layer)), alignRight: true },
];
