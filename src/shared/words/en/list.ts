/** How sentences are joined. */
export const list = { then: '{$before}; {$next}' } as const;
