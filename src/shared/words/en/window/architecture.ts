import { formatCount, formatQuantity } from '../../format';
import { layerKinds } from '../../../../shared/network/layer-kinds';

interface Convolution {
  readonly kernel: number;
  readonly stride: number;
  readonly inputChannels: number;
  readonly filters: number;
}

export const architecture = {
  title: 'Architecture',
  label: (network: string) => `Architecture of ${network}`,
  fileName: (network: string) => `${network} architecture`,
  foldAll: 'Fold all',
  unfoldStages: 'Unfold stages',
  saved: 'architecture',
  sum: (layers: number, parameters: number, multiplyAdds: string) =>
    `${formatCount(layers)} weighted layers, ${formatCount(parameters)} parameters, ${multiplyAdds} multiply-adds`,
  memory: (bytes: string) => `about ${bytes} of memory`,
  smaller: '− Make the drawing smaller',
  naturalSize: (zoom: string) => `${zoom} Natural size`,
  larger: '+ Enlarge the drawing',
  moment: (quantity: string, epoch: number, step: number) => `${quantity}, epoch ${epoch}, step ${formatCount(step)}`,
  outputHead: 'output',
  parametersHead: 'params',
  multiplyAddsHead: 'm-adds',
  multiplyAddsNote: 'multiply-adds for one picture',
  classes: (count: number) => `${count} classes`,
  colourBy: 'Colour by',
  scale: (low: string, high: string) => `from light, ${low}, to strong, ${high}`,
  logarithmic: 'logarithmic',
  log: 'log',
  notMeasured: 'not measured yet',
  chooseLayer: 'Choose a layer for its figures.',
  find: 'Find a layer',
  found: 'Layers found',
  noneFound: 'No layer is called that.',
  fold: 'fold',
  unfold: 'unfold',
  stage: (id: string, filters: number) => `${id}, ${filters} filters`,
  blocks: (count: number) => formatQuantity(count, 'block'),
  block: (index: number) => `block ${index}`,
  averagePool: 'global average pool',
  kinds: layerKinds.en,
  together: (kinds: readonly string[]) => kinds.join(' and '),
  convolution: ({ kernel, stride, inputChannels, filters }: Convolution) =>
    `${kernel}×${kernel} convolution${stride > 1 ? `, stride ${stride}` : ''}, ${inputChannels} to ${filters} channels`,
  gate: (convolution: string) => `transform gate: ${convolution}, with a sigmoid`,
  projection: (convolution: string) => `projection shortcut: ${convolution}`,
  padded: (stride: number, channels: number) =>
    `${layerKinds.en.paddedShortcut}: every ${stride === 2 ? 'second ' : ''}pixel, ${channels} channels of zeros added`,
  pooling: (kernel: number, stride: number) => `${kernel}×${kernel} ${layerKinds.en.maximumPooling}, stride ${stride}`,
  blockOf: (convolutions: number) => {
    if (convolutions === 1) return 'block of one convolution';
    if (convolutions === 2) return 'block of two convolutions';
    if (convolutions === 3) return 'bottleneck block of three convolutions';
    return `block of ${convolutions} convolutions`;
  },
  withShortcut: {
    identity: (block: string) => `${block} and an identity shortcut`,
    padded: (block: string) => `${block} and a shortcut of option A`,
    projection: (block: string) => `${block} and a projection shortcut`,
    gated: () => 'highway layer: a convolution, its transform gate and a gated shortcut',
  },
  stageOf: (blocks: number, filters: number) => `stage of ${formatQuantity(blocks, 'block')} with ${filters} filters`,
  output: (shape: string) => `output ${shape}`,
  parameters: (count: number) => formatQuantity(count, 'parameter'),
  multiplyAdds: (amount: string) => `${amount} multiply-adds`,
  /** What a layer or a block can be coloured by: in a list, before a value, and in one sentence. */
  quantities: {
    response: {
      label: 'Response',
      word: 'response',
      note: 'standard deviation after batch normalisation, before the nonlinearity',
    },
    gradient: {
      label: 'Gradient norm',
      word: 'gradient norm',
      note: 'norm of the gradient of the loss with respect to the weight',
    },
    weight: { label: 'Weight norm', word: 'weight norm', note: 'norm of the weight' },
    update: {
      label: 'Update / weight',
      word: 'update over weight',
      note: 'what the latest step changed the weight by, as a part of it',
    },
    ratio: { label: '|F(x)| / |x|', word: '|F(x)| over |x|', note: 'what a block adds, beside what it adds it to' },
  },
};
