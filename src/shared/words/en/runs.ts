export const runs = { unknown: 'There is no run "{$run}".' } as const;
