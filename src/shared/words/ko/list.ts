import type { Translation } from '../translation';
import type { list as english } from '../en/list';

export const list = { then: '{$before}; {$next}' } as const satisfies Translation<typeof english>;
