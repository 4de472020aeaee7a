/** What a layer computes. */
export const layerKinds = {
  convolution: 'convolution',
  batchNormalization: 'batch normalisation',
  relu: 'ReLU',
  maximumPooling: 'max pooling',
  addition: 'addition of the shortcut',
  sigmoid: 'sigmoid',
  gatedAddition: 'gated addition of the shortcut',
  paddedShortcut: 'shortcut, option A',
  globalAveragePooling: 'global average pooling',
  dense: 'fully connected layer',
} as const;
