import { formatCount } from '../../format';

const channels = (count: number) => (count === 1 ? `${formatCount(count)} channel` : `${formatCount(count)} channels`);

export const layers = {
  shownLabel: 'What of the layers is shown',
  tabs: { responses: 'Responses', flow: 'Gradient flow', ledger: 'Block ledger', layer: 'Layer' },
  noLayer: 'Layer',
  flow: 'Gradient flow',
  ledger: 'Block ledger',
  flowFile: (run: string) => `${run} gradient flow`,
  ledgerFile: (run: string) => `${run} block ledger`,
  when: (epoch: number, step: number) => `epoch ${epoch}, step ${formatCount(step)}`,
  atWhen: (epoch: number | undefined, step: number) => `at epoch ${epoch}, step ${formatCount(step)}`,
  together: (labels: readonly string[]) => labels.join(' and '),
  flowDescription: (what: string, count: number, when: string) => `${what} of ${count} layers by depth at ${when}`,
  ledgerDescription: (what: string, count: number, when: string) => `${what} of ${count} blocks by depth at ${when}`,
  quantities: { gradient: 'Gradient', update: 'Update', weight: 'Weight' },
  quantityLabel: 'Quantity by depth',
  plain: 'A plain network has no shortcuts: there is no x beside F(x).',
  notMeasured: 'This was not measured at that moment.',
  notYet: 'Layers are measured after some steps.',
  caption: (what: string, when: string) => `${what} at ${when}. Choosing one marks it in the architecture.`,
  layerColumn: 'layer',
  blockColumn: 'block',
  cosine: 'cosine',
  log: 'log',
  detailsOf: (layer: string) => `Details of ${layer}`,
  figures: { input: 'Input', output: 'Output', parameters: 'Parameters', multiplyAdds: 'Multiply-adds' },
  historyLabel: 'Quantity of the history',
  history: (quantity: string, layer: string, times: number) =>
    `${quantity} of ${layer} by step, ${times} times measured`,
  historyOf: (quantity: string, layer: string) => `${quantity} of ${layer}`,
  weights: 'Weights',
  responses: 'Responses',
  chooseLayer: 'Choose a layer in the architecture, and its details stand here.',
  histogram: (title: string, low: string, high: string, most: string) =>
    `${title}: from ${low} to ${high}, most near ${most}`,
  pictures: {
    label: 'What the layer makes of a picture',
    title: 'Activation maps',
    needsCheckpoint: 'They are computed with a checkpoint, of which the first is written after an epoch.',
    picture: 'Picture',
    choose: 'Choose a picture…',
    orDrop: 'or drop one here',
    noneChosen: 'No picture was chosen',
    shown: (count: number, all: number) =>
      all > count ? `${formatCount(count)} of ${formatCount(all)} channels` : `${formatCount(all)} channels`,
    of: (channels: string, picture: string, low: string, high: string) =>
      `${channels} of ${picture}, black ${low}, white ${high}`,
    weightsOf: (step: number) => `weights of step ${formatCount(step)}`,
    channel: (index: number) => `channel ${index}`,
    filter: (index: number) => `filter ${index}`,
    mapsOf: (layer: string) => `Activation maps of ${layer}`,
    filtersOf: (layer: string) => `Filters of ${layer}`,
    loading: 'The network is loaded…',
    filters: 'Filters',
    filtersNote: 'Each filter as a picture, grey where its weight is 0.',
  },
  moment: 'Moment of the run',
  live: 'Live',
  latest: 'Latest',
  explain: {
    projection: (filters: number, inputs: number) =>
      `Brings x to the shape of F(x) by ${formatCount(filters)} learnt sums of its ${formatCount(inputs)} channels, so that the two can be added.`,
    gate: 'Decides for each number how much of the new and how much of the old passes on.',
    mixing: (inputs: number, filters: number) =>
      `Mixes the ${formatCount(inputs)} channels at each place into ${formatCount(filters)}, without looking at its neighbours.`,
    patterns: (filters: number, kernel: number, inputs: number, stride: number) => {
      const moves = stride > 1 ? `, every ${stride} pixels, which makes height and width ${stride} times smaller` : '';
      return `Looks for ${formatCount(filters)} patterns of ${kernel} × ${kernel} pixels over ${channels(inputs)} at every place${moves}, and puts out how well each fits.`;
    },
    normalization:
      'Brings each channel to mean 0 and deviation 1 over the pictures of a step, then scales and shifts it by two learnt numbers.',
    relu: 'Keeps what is above 0 and sets the rest to 0: without it all layers together would be one linear map.',
    pooling: (kernel: number, stride: number) =>
      `Keeps the largest of each ${kernel} × ${kernel} pixels, which makes height and width ${stride} times smaller.`,
    addition: 'Adds x, which came by the shortcut, to F(x): the block has to learn only what to change.',
    sigmoid: 'Turns the gate into a share between 0, pass x on, and 1, take the new value.',
    gatedAddition: 'Mixes the new value and x by the share that the gate gives.',
    padded:
      'Takes every second pixel of x and fills new channels with zeros, so that x fits F(x) without any weight (option A).',
    averagePooling: 'Averages each channel over the whole picture: one number a channel is left.',
    dense: (inputs: number, units: number) =>
      `Weighs these ${formatCount(inputs)} numbers for each of the ${formatCount(units)} classes; the largest sum is the answer.`,
    beforeBlocks: 'It stands before the blocks and turns pixels into features.',
    afterBlocks: 'It stands after the blocks and turns features into classes.',
    block: (index: number, count: number, stage: string, work: string, shortcut: string) =>
      `Block ${index} of ${count} in ${stage}: it ${work}, and ${shortcut}.`,
    turns: (from: string, to: string) => `turns ${from} into ${to}`,
    refines: (shape: string) => `refines ${shape} without changing its shape`,
    shortcuts: {
      gated: 'its gate may let x pass as it is',
      none: 'has no shortcut: everything must pass through its layers',
      padded: 'its shortcut carries x on without weights',
      projection: 'its shortcut projects x to the new shape',
      identity: 'its shortcut carries x on unchanged, and gradients back undamped',
    },
  },
};
