/** Height, width and channels of what a layer puts out for one picture. */
export type Shape = readonly [height: number, width: number, channels: number];

interface LayerBase {
  /** torchvision's name, such as `layer1.0.conv1`; where torchvision has no module, the name of its traced graph node. */
  readonly name: string;
  /** Names of the layers that feed this one; `input` is the picture. */
  readonly inputs: readonly string[];
  readonly outputShape: Shape;
  /** Trainable parameters. */
  readonly parameters: number;
  /** Multiply-adds for one picture, counted in convolutions and dense layers as the paper does. */
  readonly multiplyAdds: number;
  /** `layer2`, or null for the stem and the head. */
  readonly stage: string | null;
  /** `layer2.0`, or null for the stem and the head. */
  readonly block: string | null;
}

/** Square kernel, zero padding on each side. */
export interface ConvolutionLayer extends LayerBase {
  readonly kind: 'convolution';
  readonly kernel: number;
  readonly stride: number;
  readonly padding: number;
  readonly inputChannels: number;
  readonly filters: number;
  /** Where each bias starts; null where batch normalisation follows and there is none. */
  readonly initialBias: number | null;
}

export interface BatchNormalizationLayer extends LayerBase {
  readonly kind: 'batchNormalization';
  readonly channels: number;
}

export interface ReluLayer extends LayerBase {
  readonly kind: 'relu';
}

export interface SigmoidLayer extends LayerBase {
  readonly kind: 'sigmoid';
}

/** T * H + (1 - T) * x of a highway layer: its inputs are the transform H, the shortcut x, and the gate T. */
export interface GatedAdditionLayer extends LayerBase {
  readonly kind: 'gatedAddition';
}

/** The largest of each square window; the input is not negative, so that the padding is as good as zeros. */
export interface MaximumPoolingLayer extends LayerBase {
  readonly kind: 'maximumPooling';
  readonly kernel: number;
  readonly stride: number;
  readonly padding: number;
}

/** The sum of the residual function F(x), the first input, and the shortcut, the second. */
export interface AdditionLayer extends LayerBase {
  readonly kind: 'addition';
}

/** Option A: every `stride`-th pixel, channels padded with zeros, half before and half after; no parameters. */
export interface PaddedShortcutLayer extends LayerBase {
  readonly kind: 'paddedShortcut';
  readonly stride: number;
  readonly channelsBefore: number;
  readonly channelsAfter: number;
}

export interface GlobalAveragePoolingLayer extends LayerBase {
  readonly kind: 'globalAveragePooling';
}

export interface DenseLayer extends LayerBase {
  readonly kind: 'dense';
  readonly inputChannels: number;
  readonly units: number;
}

export type Layer =
  | ConvolutionLayer
  | BatchNormalizationLayer
  | ReluLayer
  | MaximumPoolingLayer
  | AdditionLayer
  | SigmoidLayer
  | GatedAdditionLayer
  | PaddedShortcutLayer
  | GlobalAveragePoolingLayer
  | DenseLayer;
