export const controls = {
  cancel: 'Cancel',
  backTo: (value: string) => `back to ${value}`,
  numberNeeded: 'A number is needed.',
  notANumber: (typed: string) => `"${typed}" is not a number.`,
  wholeNeeded: 'A whole number is needed.',
  atLeast: (least: number) => `At least ${least}.`,
  atMost: (most: number) => `At most ${most}.`,
};
