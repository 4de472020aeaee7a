import { inputName, type Network } from '../../../shared/network/build';
import type { Layer } from '../../../shared/network/layer';
import type { HistogramsEvent, MetricEvent } from '../../../shared/contract/metrics';
import { EventFile } from './event-file';
import type { DrawnNode, Scalar, TaggedHistogram } from './event-message';

/** The curves that an event adds to, under TensorBoard's tags. */
function scalarsOf(event: MetricEvent): Scalar[] {
  switch (event.event) {
    case 'step':
      return [
        { tag: 'train/loss', value: event.loss },
        { tag: 'train/top1_error', value: event.top1Error },
        { tag: 'train/learning_rate', value: event.learningRate },
        { tag: 'train/images_per_second', value: event.imagesPerSecond },
        { tag: 'train/loading_milliseconds', value: event.loadingMillis },
        { tag: 'train/step_milliseconds', value: event.stepMillis },
      ];
    case 'evaluation':
      return [
        { tag: `${event.split}/loss`, value: event.loss },
        { tag: `${event.split}/top1_error`, value: event.top1Error },
        { tag: `${event.split}/top5_error`, value: event.top5Error },
      ];
    case 'responses':
      return each('responses', event.layers, event.standardDeviations);
    case 'layers':
      return [
        ...each('gradient_norms', event.layers, event.gradientNorms),
        ...each('weight_norms', event.layers, event.weightNorms),
        ...each('update_ratios', event.layers, event.updateRatios ?? []),
        ...each('residual_ratios', event.blocks, event.ratios),
        ...each('residual_cosines', event.blocks, event.cosines),
      ];
    case 'histograms':
    case 'end':
      return [];
  }
}

function each(group: string, names: readonly string[], values: readonly number[]): Scalar[] {
  return values.map((value, index) => ({ tag: `${group}/${names[index]}`, value }));
}

function histogramsOf({ weights, responses }: HistogramsEvent): TaggedHistogram[] {
  const tagged = (group: string, { layers, histograms }: HistogramsEvent['weights']): TaggedHistogram[] =>
    histograms.map((histogram, index) => ({ tag: `${group}/${layers[index]}`, ...histogram }));
  return [...tagged('weights', weights), ...tagged('response_histograms', responses)];
}

/** TensorFlow's names of what the layers compute. */
const operations: Record<Layer['kind'], string> = {
  convolution: 'Conv2D',
  batchNormalization: 'FusedBatchNormV3',
  relu: 'Relu',
  sigmoid: 'Sigmoid',
  gatedAddition: 'GatedAddition',
  maximumPooling: 'MaxPool',
  addition: 'AddV2',
  paddedShortcut: 'PaddedShortcut',
  globalAveragePooling: 'Mean',
  dense: 'MatMul',
};

/** `layer1.0.conv1` as `layer1/0/conv1`, which TensorBoard folds by stage and block. */
const nested = (name: string): string => name.replaceAll('.', '/');

function drawnNodes({ inputShape, layers }: Network): DrawnNode[] {
  return [
    { name: inputName, op: 'Placeholder', input: [], shape: [-1, ...inputShape] },
    ...layers.map(({ name, kind, inputs, outputShape }) => ({
      name: nested(name),
      op: operations[kind],
      input: inputs.map(nested),
      shape: [-1, ...outputShape],
    })),
  ];
}

/** The curves of a run in TensorBoard's event files, written while it trains. */
export class TensorBoardEvents {
  readonly #file: EventFile;

  /**
   * Starts an event file.
   * @param folder Of the run's event files; made where it is missing.
   * @param step After which the run goes on; 0 where it begins.
   * @param kept What of the run's metrics stays valid.
   */
  constructor(folder: string, network: Network, step: number, kept: readonly MetricEvent[]) {
    this.#file = new EventFile(folder);
    const from = this.#file.continues ? step : 0;
    this.#file.add({ kind: 'start', step: from });
    if (!this.#file.continues) this.#file.add({ kind: 'graph', nodes: drawnNodes(network) });
    // The start makes everything void from its step on, of which what is kept is told again.
    for (const event of kept) if (event.event !== 'end' && event.step >= from) this.add(event);
  }

  add(event: MetricEvent): void {
    if (event.event === 'histograms') {
      this.#file.add({ kind: 'histograms', step: event.step, histograms: histogramsOf(event) });
      return;
    }
    const scalars = scalarsOf(event);
    if (event.event !== 'end') this.#file.add({ kind: 'scalars', step: event.step, scalars });
  }

  /** Hands everything to the system, where it outlives this process. */
  flush(): void {
    this.#file.flush();
  }

  close(): void {
    this.#file.close();
  }
}
