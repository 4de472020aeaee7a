import type { layerKinds as english } from '../en/layer-kinds';
import type { Translation } from '../translation';

export const layerKinds = {
  convolution: '합성곱',
  batchNormalization: '배치 정규화',
  relu: 'ReLU',
  maximumPooling: '최대 풀링',
  addition: '지름길 연결의 덧셈',
  sigmoid: '시그모이드',
  gatedAddition: '게이트가 붙은 지름길 연결의 덧셈',
  paddedShortcut: '지름길 연결, 옵션 A',
  globalAveragePooling: '전역 평균 풀링',
  dense: '완전 연결 층',
} as const satisfies Translation<typeof english>;
