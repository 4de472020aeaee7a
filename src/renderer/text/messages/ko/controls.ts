import type { Messages } from '../en';

export const controls: Messages['controls'] = {
  cancel: '취소',
  backTo: (value) => `되돌리기: ${value}`,
  numberNeeded: '숫자를 입력해 주십시오.',
  notANumber: (typed) => `"${typed}"은(는) 숫자가 아닙니다.`,
  wholeNeeded: '정수를 입력해 주십시오.',
  enlarge: (title) => `크게 보기: ${title}`,
  besideOthers: (title) => `다른 패널과 함께 보기: ${title}`,
  atLeast: (least) => `${least} 이상이어야 합니다.`,
  atMost: (most) => `${most} 이하여야 합니다.`,
};
