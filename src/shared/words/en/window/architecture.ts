import { layerKinds } from '../layer-kinds';

export const architecture = {
  title: 'Architecture',
  label: 'Architecture of {$network}',
  fileName: '{$network} architecture',
  foldAll: 'Fold all',
  unfoldStages: 'Unfold stages',
  saved: 'architecture',
  sum: '{$layers :integer} weighted layers, {$parameters :integer} parameters, {$multiplyAdds} multiply-adds',
  memory: 'about {$bytes} of memory',
  smaller: '− Zoom out',
  naturalSize: '{$zoom} Actual size',
  larger: '+ Zoom in',
  moment: '{$quantity}, epoch {$epoch}, step {$step :integer}',
  outputHead: 'output',
  parametersHead: 'params',
  multiplyAddsHead: 'mult-adds',
  multiplyAddsNote: 'multiply-adds for one picture',
  classes: '{$count} classes',
  colourBy: 'Colour by',
  scale: 'from light, {$low}, to strong, {$high}',
  logarithmic: 'logarithmic',
  log: 'log',
  notMeasured: 'not measured yet',
  chooseLayer: 'Choose a layer to see its figures.',
  find: 'Find a layer',
  found: 'Layers found',
  noneFound: 'No layer has that name.',
  fold: 'fold',
  unfold: 'unfold',
  stage: '{$id}, {$filters} filters',
  blocks: `.input {$count :integer} .match $count
    one {{{$count} block}}
    * {{{$count} blocks}}`,
  block: 'block {$index}',
  averagePool: 'global average pool',
  kinds: layerKinds,
  together: '{$kinds :list}',
  convolution: `.input {$stride :integer} .match $stride
    1 {{{$kernel}×{$kernel} convolution, {$inputChannels} to {$filters} channels}}
    * {{{$kernel}×{$kernel} convolution, stride {$stride}, {$inputChannels} to {$filters} channels}}`,
  gate: 'transform gate: {$convolution}, followed by a sigmoid',
  projection: 'projection shortcut: {$convolution}',
  padded: `.input {$stride :integer} .match $stride
    2 {{shortcut, option A: every second pixel, {$channels} channels of zeros added}}
    * {{shortcut, option A: every pixel, {$channels} channels of zeros added}}`,
  pooling: '{$kernel}×{$kernel} max pooling, stride {$stride}',
  blockOf: `.input {$convolutions :integer} .match $convolutions
    1 {{block of one convolution}}
    2 {{block of two convolutions}}
    3 {{bottleneck block of three convolutions}}
    * {{block of {$convolutions} convolutions}}`,
  withShortcut: {
    identity: '{$block} and an identity shortcut',
    padded: '{$block} and a shortcut of option A',
    projection: '{$block} and a projection shortcut',
    gated: 'highway layer: a convolution, its transform gate and a gated shortcut',
  },
  stageOf: `.input {$blocks :integer} .match $blocks
    one {{stage of {$blocks} block with {$filters} filters}}
    * {{stage of {$blocks} blocks with {$filters} filters}}`,
  output: 'output {$shape}',
  parameters: `.input {$count :integer} .match $count
    one {{{$count} parameter}}
    * {{{$count} parameters}}`,
  multiplyAdds: '{$amount} multiply-adds',
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
      note: 'norm of the latest update, relative to the norm of the weight',
    },
    ratio: {
      label: '|F(x)| / |x|',
      word: '|F(x)| over |x|',
      note: 'norm of what a block adds, relative to the norm of its input',
    },
  },
} as const;
