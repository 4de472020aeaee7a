export const augmentation = {
  title: 'What augmentation makes of your pictures',
  explained: {
    none: 'The network sees every picture as it is, again and again. Best for runs of a few epochs.',
    standard:
      'Each picture is framed by 4 black pixels and cut to its size at a random place, as the paper does for CIFAR-10. Best for small pictures.',
    imagenet:
      'A random part of each picture, 8 to 100 % of it, fills the frame, in somewhat other brightness, contrast, colours and light. Best for photographs and long runs.',
  },
  mirrors: 'Half of the pictures are mirrored.',
  mirrorsNot: 'No picture is mirrored: it could become one of another class.',
  inOneLine: {
    none: 'every picture as it is',
    standard: 'shifted by up to 4 pixels',
    imagenet: 'random parts in other colours',
  },
  inOneLineMirrored: {
    none: 'every picture as it is',
    standard: 'shifted by up to 4 pixels, mirrored at random',
    imagenet: 'random parts in other colours, mirrored at random',
  },
  inRun: { none: 'no augmentation', standard: 'shifted', imagenet: 'random parts, recoloured' },
  inRunMirrored: {
    none: 'no augmentation',
    standard: 'shifted and mirrored',
    imagenet: 'random parts, mirrored and recoloured',
  },
  seed: "Drawn by the loader's own code with seed {$seed}: the same seed gives the same versions.",
  again: 'Draw again',
  original: '{$label}, as it is',
  version: '{$label}, version {$version}',
  failed: 'The pictures could not be read',
  tryAgain: 'Try again',
} as const;
