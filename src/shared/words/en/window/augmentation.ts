export const augmentation = {
  title: 'Augmented pictures',
  explained: {
    none: 'The network sees every picture unchanged in every epoch. Best for runs of a few epochs.',
    standard:
      'Each picture is padded by 4 black pixels on each side and randomly cropped to its size, as the paper does for CIFAR-10. Best for small pictures.',
    imagenet:
      'A random crop of 8 to 100 % of each picture is resized to the full frame, with jitter of brightness, contrast, colour and lighting. Best for photographs and long runs.',
  },
  mirrors: 'Half of the pictures are mirrored.',
  mirrorsNot: 'No picture is mirrored: it could become one of another class.',
  inOneLine: {
    none: 'pictures unchanged',
    standard: 'shifted by up to 4 pixels',
    imagenet: 'random crops, colour jitter',
  },
  inOneLineMirrored: {
    none: 'pictures unchanged',
    standard: 'shifted by up to 4 pixels, random mirroring',
    imagenet: 'random crops, colour jitter, random mirroring',
  },
  inRun: { none: 'no augmentation', standard: 'shifted', imagenet: 'random crops, colour jitter' },
  inRunMirrored: {
    none: 'no augmentation',
    standard: 'shifted and mirrored',
    imagenet: 'random crops, mirroring, colour jitter',
  },
  seed: "Made by the loader's own code with seed {$seed}: the same seed gives the same versions.",
  again: 'Draw again',
  original: '{$label}, original',
  version: '{$label}, version {$version}',
  failed: 'The pictures could not be read',
  tryAgain: 'Try again',
} as const;
