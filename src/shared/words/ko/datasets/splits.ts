import type { Translation } from '../../translation';
import type { splits as english } from '../../en/datasets/splits';

export const splits = { train: '학습', validation: '검증', test: '테스트' } as const satisfies Translation<
  typeof english
>;
