import type { Translation } from '../translation';
import type { networks as english } from '../en/networks';

export const networks = {
  fewClasses: '클래스가 {$classes}개입니다. 분류하려면 둘 이상이 필요합니다.',
  tooSmall:
    '입력 크기 {$size :josa form=은} {$network}에 너무 작습니다. 스트라이드가 2인 7x7 합성곱과 최대 풀링, 스테이지들이 높이와 너비를 {$times}분의 1로 줄이므로 둘 다 {$least}픽셀 이상이어야 합니다. 맞는 네트워크 중 가까운 것: {$names}.',
  tooSmallAt:
    '입력 크기 {$size :josa form=은} {$network}에 너무 작습니다. 스트라이드가 2인 7x7 합성곱과 최대 풀링, 스테이지들이 높이와 너비를 {$times}분의 1로 줄이므로 둘 다 {$least}픽셀 이상이어야 합니다. 맞는 네트워크 중 가까운 것: 크기 {$fitting}에서 {$names}.',
  sizeUnfit:
    '입력 크기 {$size :josa form=은} {$network}에 맞지 않습니다. 스트라이드가 높이와 너비를 {$factor :josa form=으로} 나눕니다. 맞는 크기 중 가장 가까운 것은 {$nearest}입니다.',
  badSize: '입력 크기 {$size}: 높이, 너비, 채널은 32x32x3처럼 0보다 큰 정수여야 합니다.',
  badDepth:
    '{$network}: CIFAR 계열의 네트워크는 층이 6n+2개입니다. 가까운 것은 {$nearest :list}입니다. ImageNet 계열에는 {$names :josa form=이} 있습니다.',
  badHighwayDepth: 'highway{$depth}: Highway 네트워크는 {$names :list}입니다.',
  unknown:
    '모르는 네트워크 "{$name}"입니다. 쓸 수 있는 것: {$known}, plain20 같은 Plain 네트워크, 깊이가 6n+2인 것, {$names :list}.',
  hasGates: '{$network}의 지름길 연결에는 게이트가 있습니다. 옵션 {$option :josa form=을} 빼십시오.',
  hasNoShortcuts: '{$network}에는 지름길 연결이 없습니다. 옵션 {$option :josa form=을} 빼십시오.',
  hasNoBottlenecks:
    '{$network}에는 병목 블록이 없습니다. 병목 블록의 스트라이드를 빼거나 resnet50, resnet101, resnet152 중에서 고르십시오.',
  noPlainTwin: '{$network :josa form=은} 게이트로 이루어져 짝이 되는 Plain 네트워크가 없습니다.',
} as const satisfies Translation<typeof english>;
