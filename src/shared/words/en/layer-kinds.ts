import type { Layer } from './layer';
import type { Language } from '../contract/settings';

/** What a layer computes, in words. */
export const layerKinds: Readonly<Record<Language, Record<Layer['kind'], string>>> = {
  en: {
    convolution: 'convolution',
    batchNormalization: 'batch normalisation',
    relu: 'ReLU',
    maximumPooling: 'max pooling',
    addition: 'addition of the shortcut',
    sigmoid: 'sigmoid',
    gatedAddition: 'gated addition of the shortcut',
    paddedShortcut: 'shortcut, option A',
    globalAveragePooling: 'global average pooling',
    dense: 'fully connected layer',
  },
  ko: {
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
  },
};
