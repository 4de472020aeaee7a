export const networks = {
  fewClasses: '{$classes} classes: a classifier needs at least 2.',
  tooSmall:
    'Input size {$size} is too small for {$network}: its 7x7 convolution of stride 2, its max pooling and its stages reduce height and width {$times} times, so both must be {$least} pixels or more. The nearest networks that fit are {$names}.',
  tooSmallAt:
    'Input size {$size} is too small for {$network}: its 7x7 convolution of stride 2, its max pooling and its stages reduce height and width {$times} times, so both must be {$least} pixels or more. The nearest networks that fit are {$names} at {$fitting}.',
  sizeUnfit:
    'Input size {$size} does not fit {$network}: its strides divide height and width by {$factor}; the nearest size that fits is {$nearest}.',
  badSize: 'Input size {$size}: height, width and channels must be whole numbers above 0, such as 32x32x3.',
  badDepth:
    '{$network}: a network of the CIFAR family has 6n+2 layers; the nearest are {$nearest :list}. The ImageNet family has {$names}.',
  badHighwayDepth: 'highway{$depth}: the highway networks are {$names :list}.',
  unknown:
    'Unknown network "{$name}". Known are {$known}, their plain twins such as plain20, any depth of 6n+2, and {$names :list}.',
  hasGates: '{$network} has shortcuts with gates: leave option {$option} out.',
  hasNoShortcuts: '{$network} has no shortcuts: leave option {$option} out.',
  hasNoBottlenecks:
    '{$network} has no bottleneck blocks: leave their stride out, or choose resnet50, resnet101 or resnet152.',
  noPlainTwin: '{$network} has no plain twin: it is made of its gates.',
} as const;
