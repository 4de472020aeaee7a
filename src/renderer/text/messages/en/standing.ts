/** What a run says of its dataset where that is no longer what the run learnt from. */
export const standing = {
  changed: (dataset: string) => `The dataset ${dataset} has changed since this run was made.`,
  gone: (dataset: string) => `The dataset ${dataset} is no longer in the store.`,
  notResumed: 'The run cannot go on with it: start a new one.',
};
