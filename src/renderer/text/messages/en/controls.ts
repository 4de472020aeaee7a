export const controls = {
  cancel: 'Cancel',
  backTo: (value: string) => `back to ${value}`,
  numberNeeded: 'A number is needed.',
  notANumber: (typed: string) => `"${typed}" is not a number.`,
  wholeNeeded: 'A whole number is needed.',
  enlarge: (title: string) => `Enlarge ${title}`,
  besideOthers: (title: string) => `Show ${title} beside the others`,
  atLeast: (least: number) => `At least ${least}.`,
  atMost: (most: number) => `At most ${most}.`,
};
