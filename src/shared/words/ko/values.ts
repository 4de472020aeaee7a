import type { Translation } from '../translation';
import type { values as english } from '../en/values';

/** What is expected ends with a vowel, so that 여야 may follow it. */
export const values = {
  refused: '{$name :josa form=은} {$expected}여야 하는데 {$given :josa form=이} 입력되었습니다.',
  refusedNothing: '{$name :josa form=은} {$expected}여야 하는데 아무것도 입력되지 않았습니다.',
  oneOf: '{$choices} 중 하나',
  switch: 'true와 false 중 하나',
  name: '1자 이상 200자 이하의 텍스트',
  milestones:
    '0과 1 사이의 전체에 대한 비율(예: 0.5,0.75)이나 스텝(예: 32000steps,48000steps)으로 적은 시점 최대 100개',
  warmup: '전체에 대한 비율(예: 0.05), 스텝(예: 400), 1000000 이하의 에폭(예: 5epochs), paper, none 중 하나',
  number: '숫자 하나',
  wholeNumber: '정수 하나',
  numberWithin: '{$range} 수',
  wholeNumberWithin: '{$range} 정수',
  range: {
    fromTo: '{$least} 이상 {$most} 이하의',
    fromBelow: '{$least} 이상 {$below} 미만의',
    aboveTo: '{$above} 초과 {$most} 이하의',
    aboveBelow: '{$above} 초과 {$below} 미만의',
    from: '{$least} 이상의',
    above: '{$above} 초과의',
    to: '{$most} 이하의',
    below: '{$below} 미만의',
  },
} as const satisfies Translation<typeof english>;
