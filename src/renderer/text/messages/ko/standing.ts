import type { Messages } from '../en';

export const standing: Messages['standing'] = {
  changed: (dataset) => `이 학습을 만든 뒤에 데이터셋 "${dataset}"의 내용이 바뀌었습니다.`,
  gone: (dataset) => `데이터셋 "${dataset}"이(가) 더 이상 보관되어 있지 않습니다.`,
  notResumed: '이어서 학습할 수 없으니 새로 학습을 시작하십시오.',
};
