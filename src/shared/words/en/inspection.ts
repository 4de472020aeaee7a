export const inspection = {
  emptySplit: 'The dataset "{$name}" has no pictures in its {$split} split. Choose another one.',
  otherSize:
    'The network takes pictures of {$expected}, and those of the dataset "{$name}" are {$found}. Import them in that size.',
  unknownClass:
    'The network does not know the class "{$class}" of the dataset "{$name}". Its classes are {$known}: rename or leave out what differs when the dataset is imported.',
  outdated: 'The run was trained on since it was evaluated. Evaluate it again.',
  unknownLayer: '{$network} has no layer "{$layer}".',
  otherPixels:
    '{$label} has {$width} × {$height} pixels, and the network takes {$columns} × {$rows}: choose a picture from a file, which is fitted to it.',
  busy: 'A step cannot be timed while {$name} trains: both would be slower. Wait until it has ended.',
} as const;
