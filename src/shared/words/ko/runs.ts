import type { Translation } from '../translation';
import type { runs as english } from '../en/runs';

export const runs = { unknown: '학습 기록 "{$run}"{$run :particle form=이} 없습니다.' } as const satisfies Translation<
  typeof english
>;
