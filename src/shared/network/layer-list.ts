import type { Layer, Shape } from './layer';

/** Which stage and block a layer belongs to. */
export interface Place {
  readonly stage: string | null;
  readonly block: string | null;
}

/** A window that moves over height and width. */
interface Window {
  readonly kernel: number;
  readonly stride: number;
  readonly padding: number;
}

/** Places that a window takes along one side, of which it leaves out what is less than a stride, as PyTorch does. */
function placesOf(side: number, { kernel, stride, padding }: Window): number {
  return Math.floor((side + 2 * padding - kernel) / stride) + 1;
}

/** Collects layers in the order of the data flow, and derives each one's shape and counts from its input. */
export class LayerList {
  readonly layers: Layer[] = [];
  readonly #shapes = new Map<string, Shape>();

  constructor(inputName: string, inputShape: Shape) {
    this.#shapes.set(inputName, inputShape);
  }

  /** @throws Error where no layer of that name was added. */
  shapeOf(name: string): Shape {
    const shape = this.#shapes.get(name);
    if (!shape) throw new Error(`no layer ${name} before it is used`);
    return shape;
  }

  #add(layer: Layer): string {
    this.layers.push(layer);
    this.#shapes.set(layer.name, layer.outputShape);
    return layer.name;
  }

  /** Padded so that stride 1 keeps the size. */
  convolution(
    name: string,
    input: string,
    place: Place,
    kernel: number,
    filters: number,
    stride: number,
    initialBias: number | null = null,
  ): string {
    const [height, width, inputChannels] = this.shapeOf(input);
    const window = { kernel, stride, padding: (kernel - 1) / 2 };
    const outputShape: Shape = [placesOf(height, window), placesOf(width, window), filters];
    const weights = kernel * kernel * inputChannels * filters;
    const parameters = weights + (initialBias === null ? 0 : filters);
    const multiplyAdds = weights * outputShape[0] * outputShape[1];
    return this.#add({
      kind: 'convolution',
      name,
      inputs: [input],
      ...place,
      outputShape,
      parameters,
      multiplyAdds,
      ...window,
      inputChannels,
      filters,
      initialBias,
    });
  }

  /** Its parameters are scale and shift. */
  batchNormalization(name: string, input: string, place: Place): string {
    const outputShape = this.shapeOf(input);
    const channels = outputShape[2];
    const counts = { parameters: 2 * channels, multiplyAdds: 0 };
    return this.#add({ kind: 'batchNormalization', name, inputs: [input], ...place, outputShape, ...counts, channels });
  }

  relu(name: string, input: string, place: Place): string {
    const counts = { parameters: 0, multiplyAdds: 0 };
    return this.#add({ kind: 'relu', name, inputs: [input], ...place, outputShape: this.shapeOf(input), ...counts });
  }

  maximumPooling(name: string, input: string, place: Place, window: Window): string {
    const [height, width, channels] = this.shapeOf(input);
    const outputShape: Shape = [placesOf(height, window), placesOf(width, window), channels];
    const counts = { parameters: 0, multiplyAdds: 0 };
    return this.#add({ kind: 'maximumPooling', name, inputs: [input], ...place, outputShape, ...counts, ...window });
  }

  sigmoid(name: string, input: string, place: Place): string {
    const counts = { parameters: 0, multiplyAdds: 0 };
    return this.#add({ kind: 'sigmoid', name, inputs: [input], ...place, outputShape: this.shapeOf(input), ...counts });
  }

  gatedAddition(name: string, transform: string, shortcut: string, gate: string, place: Place): string {
    const counts = { parameters: 0, multiplyAdds: 0 };
    const inputs = [transform, shortcut, gate];
    const outputShape = this.shapeOf(transform);
    return this.#add({ kind: 'gatedAddition', name, inputs, ...place, outputShape, ...counts });
  }

  addition(name: string, residual: string, shortcut: string, place: Place): string {
    const counts = { parameters: 0, multiplyAdds: 0 };
    const outputShape = this.shapeOf(residual);
    return this.#add({ kind: 'addition', name, inputs: [residual, shortcut], ...place, outputShape, ...counts });
  }

  paddedShortcut(name: string, input: string, place: Place, filters: number, stride: number): string {
    const [height, width, channels] = this.shapeOf(input);
    const outputShape: Shape = [Math.ceil(height / stride), Math.ceil(width / stride), filters];
    const channelsBefore = Math.floor((filters - channels) / 2);
    return this.#add({
      kind: 'paddedShortcut',
      name,
      inputs: [input],
      ...place,
      outputShape,
      parameters: 0,
      multiplyAdds: 0,
      stride,
      channelsBefore,
      channelsAfter: filters - channels - channelsBefore,
    });
  }

  globalAveragePooling(name: string, input: string, place: Place): string {
    const outputShape: Shape = [1, 1, this.shapeOf(input)[2]];
    return this.#add({
      kind: 'globalAveragePooling',
      name,
      inputs: [input],
      ...place,
      outputShape,
      parameters: 0,
      multiplyAdds: 0,
    });
  }

  /** With a bias. */
  dense(name: string, input: string, place: Place, units: number): string {
    const inputChannels = this.shapeOf(input)[2];
    const multiplyAdds = inputChannels * units;
    return this.#add({
      kind: 'dense',
      name,
      inputs: [input],
      ...place,
      outputShape: [1, 1, units] as const,
      parameters: multiplyAdds + units,
      multiplyAdds,
      inputChannels,
      units,
    });
  }
}
