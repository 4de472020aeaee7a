import type { Command } from 'commander';
import { Option } from 'commander';
import type { z } from 'zod';
import type { Network } from '../../../../shared/network/build';
import { buildNetwork } from '../../../../shared/network/build';
import type { Layer, Shape } from '../../../../shared/network/layer';
import { defaultInput, type Variant } from '../../../../shared/network/variants';
import { predictMemory } from '../../../../shared/network/memory';
import { floatTypeSchema, recipeSchema, type RecipeName } from '../../../../shared/contract/training';
import type { Act, Context } from '../context';
import type { NetworkOptions } from '../network-options';
import { addNetworkOptions, asUsage, chosenVariant } from '../network-options';
import { inputShape, variantName, wholeNumber } from '../options';
import { formatBytes, formatCount, formatTable } from '../text';
import { describeRecipe } from './describe-recipe';

interface DescribeOptions extends NetworkOptions {
  input?: Shape;
  classes?: number;
  batch: number;
  precision: z.infer<typeof floatTypeSchema>;
  recipe?: RecipeName;
  json?: boolean;
}

const bytesPerNumber = 4;
/** A layer's output for one picture, in float32. */
const outputBytes = ({ outputShape: [height, width, channels] }: Layer): number =>
  bytesPerNumber * height * width * channels;

export function addDescribe(program: Command, context: Context, act: Act): void {
  const command = program
    .command('describe')
    .description(
      'Layers of a network with their shapes, parameters, multiply-adds and memory; or the values of a recipe',
    )
    .argument('[variant]', 'network, such as resnet20, plain56, resnet50, or any depth of 6n+2', variantName)
    .addOption(
      new Option(
        '--input <shape>',
        'height, width and channels of a picture; 32x32x3 for CIFAR networks, 224x224x3 for ImageNet ones',
      ).argParser(inputShape),
    )
    .option('--classes <count>', 'number of classes; 10 for CIFAR networks, 1000 for ImageNet ones', wholeNumber(2));
  addNetworkOptions(command)
    .option('--batch <pictures>', 'pictures a step, for the memory that training needs', wholeNumber(1), 128)
    .addOption(
      new Option('--precision <type>', 'of activations, for the same')
        .choices(floatTypeSchema.options)
        .default('float32'),
    )
    .addOption(
      new Option('--recipe <name>', 'show what it sets, for the network if one is given').choices(recipeSchema.options),
    )
    .option('--json', 'print JSON alone');
  command.action(
    act(async (variant: string | undefined, options: DescribeOptions) => {
      if (options.recipe) return describeRecipe(options.recipe, variant, options.json === true, context);
      if (variant === undefined) command.error("error: missing required argument 'variant', or a --recipe");
      else await describe(variant, options, context);
    }),
  );
}

function networkOf(name: string, options: DescribeOptions): Network {
  const variant = chosenVariant(name, options);
  const usual = defaultInput(variant);
  return asUsage(() => buildNetwork(variant, options.input ?? usual.shape, options.classes ?? usual.classes));
}

async function describe(name: string, options: DescribeOptions, context: Context): Promise<void> {
  const network = networkOf(name, options);
  const { batch, precision } = options;
  const activationBytes = network.layers.reduce((total, layer) => total + outputBytes(layer), 0);
  const predictedMemory = predictMemory(network, { batch, precision });
  if (options.json) {
    const { variant, parameters, multiplyAdds, layers, classes } = network;
    const rows = layers.map(({ name, kind, outputShape, parameters, multiplyAdds, ...layer }) => ({
      name,
      kind,
      outputShape,
      parameters,
      multiplyAdds,
      activationBytes: outputBytes({ name, kind, outputShape, parameters, multiplyAdds, ...layer } as Layer),
    }));
    const totals = { activationBytes, batch, precision, predictedMemory };
    const { shortcut, bottleneckStride } = variant;
    context.print(
      JSON.stringify({
        variant: variant.name,
        shortcut,
        bottleneckStride,
        inputShape: network.inputShape,
        classes,
        parameters,
        multiplyAdds,
        ...totals,
        layers: rows,
      }),
    );
    return;
  }
  context.print(formatTable(network.layers, columns));
  context.print(
    [
      '',
      `${titleOf(network.variant)}, ${network.inputShape.join('x')}, ${network.classes} classes`,
      `parameters     ${formatCount(network.parameters)}`,
      `multiply-adds  ${formatCount(network.multiplyAdds)} a picture`,
      `activations    ${formatBytes(activationBytes)} a picture (float32)`,
      `memory         about ${formatBytes(predictedMemory.total)} to train with a batch of ${batch} in ${precision}`,
    ].join('\n'),
  );
}

function titleOf({ title, shortcut, bottleneckStride }: Variant): string {
  const stride = bottleneckStride && `bottleneck stride on the ${bottleneckStride} convolution`;
  return [title, shortcut && `shortcut ${shortcut}`, stride].filter(Boolean).join(', ');
}

const columns = [
  { title: 'layer', cell: ({ name }: Layer) => name },
  { title: 'kind', cell: ({ kind }: Layer) => kind },
  { title: 'output', cell: ({ outputShape }: Layer) => outputShape.join('x') },
  { title: 'parameters', cell: ({ parameters }: Layer) => formatCount(parameters), alignRight: true },
  { title: 'multiply-adds', cell: ({ multiplyAdds }: Layer) => formatCount(multiplyAdds), alignRight: true },
  { title: 'memory', cell: (layer: Layer) => formatBytes(outputBytes(layer)), alignRight: true },
];
