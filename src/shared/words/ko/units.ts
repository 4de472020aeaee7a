import type { units as english } from '../en/units';
import type { Translation } from '../translation';

export const units = {
  percent: '%',
  second: '초',
  minute: '분',
  hour: '시간',
  day: '일',
  dayAndTime: ' ',
} as const satisfies Translation<typeof english>;
