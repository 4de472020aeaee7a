export const splits = { train: 'train', validation: 'validation', test: 'test' } as const;
