import type { Translation } from '../translation';
import type { weights as english } from '../en/weights';

export const weights = {
  notWhole: '{$path :josa form=은} 온전한 safetensors 파일이 아닙니다: {$reason}.',
  notFound: '{$path} 파일을 읽을 수 없습니다. 그런 파일이 없습니다.',
  unreadable: '{$path} 파일을 읽을 수 없습니다({$code}).',
  headerNoJson: '헤더가 JSON이 아닙니다',
  headerEntry: '헤더의 항목 {$place :josa form=이} 잘못되었습니다',
  tooShort: '너무 짧습니다',
  noHeaderLength: '처음 8바이트가 헤더의 길이가 아닙니다',
  headerCutOff: '헤더가 중간에 끊겼습니다',
  otherType: '텐서 {$name}의 자료형은 {$type}인데, {$known}만 읽을 수 있습니다',
  overlap: '텐서 {$name}의 데이터가 다른 것과 겹치거나 사이가 비어 있습니다',
  wrongBytes: '모양이 [{$shape}]인 텐서 {$name}의 데이터가 {$bytes}바이트입니다',
  dataCutOff: '텐서 {$name}의 데이터가 중간에 끊겼습니다',
  bytesLeft: '마지막 텐서 뒤에 데이터가 더 있습니다',
  notFinite: '{$path} 파일을 쓸 수 없습니다. 텐서 {$name}에 유한하지 않은 값(NaN 또는 무한대)이 있습니다.',
  unfit: '{$path :josa form=이} 맞지 않습니다. {$message}',
  unknownTensor: '모양이 {$shape}인 {$name :josa form=이} 들어 있는데, {$network}에는 그런 텐서가 없습니다.',
  missingTensor: '{$network}에 필요한 모양 {$shape}의 {$name :josa form=이} 없습니다.',
  otherShape: '{$name}의 모양이 {$shape}인데, {$network}에는 {$expected :josa form=이} 필요합니다.',
  newHead: '파일의 마지막 층이 클래스 {$classes}개용이 아니므로 마지막 층은 임의의 가중치로 시작합니다.',
  noCommonClass:
    '파일의 마지막 층에 클래스 {$classes}개 가운데 이름이 같은 것이 하나도 없으므로 마지막 층은 임의의 가중치로 시작합니다.',
  headOnTrust:
    '파일에 클래스 {$count}개의 이름이 없습니다. 데이터셋과 같은 순서({$names})라고 보고 마지막 층을 그대로 씁니다. 순서가 다르면 --weights-classes로 이름을 주십시오.',
  headPartly:
    '마지막 층은 클래스 {$count}개 가운데 이름이 같은 {$kept}개({$names})의 가중치를 그대로 쓰고, 나머지는 임의의 가중치로 시작합니다: {$fresh}.',
  headReordered: '마지막 층은 클래스 {$count}개의 가중치를 모두 파일에서 이름으로 찾아 그대로 씁니다.',
  assumedNormalization: 'ImageNet의 평균과 표준편차라고 봅니다.',
  assumedSize: '이미지가 {$height}x{$width}x{$channels}라고 봅니다.',
  noMetadata: '{$path}에 무엇을 위한 가중치인지 적혀 있지 않습니다. 메타데이터에 쓸 수 있는 "{$what}" 값이 없습니다.',
  noNetwork: '{$path}에 어느 네트워크의 가중치인지 적혀 있지 않습니다. --model로 지정하십시오.',
  noClasses: '{$path}에 클래스({$count})의 이름이 없습니다. 한 줄에 하나씩 적은 파일을 --classes로 주십시오.',
  otherClasses: '{$path}의 가중치는 클래스 {$count}개용인데, 이름은 {$named}개입니다.',
  noNormalization:
    '{$path}에 픽셀을 어떻게 정규화하는지(메타데이터 "normalization") 적혀 있지 않고, ImageNet의 상수는 채널 {$channels}개가 아니라 3개용입니다.',
  stateShape:
    '가중치가 네트워크에 맞지 않습니다. {$name}의 모양은 [{$shape}], 값은 {$count}개인데 [{$expected}]여야 합니다.',
  stateMissing:
    '가중치가 네트워크에 맞지 않습니다. 모양이 [{$shape}]인 {$name :josa form=이} 없고, 그 밖에 {$more}개가 더 없습니다.',
  stateForeign:
    '가중치가 네트워크에 맞지 않습니다. 모양이 [{$shape}]인 {$name :josa form=이} 들어 있는데, 네트워크에는 그런 텐서가 없습니다.',
  badDeviations: '정규화의 표준편차가 {$values}인데, {$shape} 이미지에는 0보다 큰 값 {$channels}개가 필요합니다.',
  badMeans:
    '정규화의 평균이 {$means}개인데, {$shape} 이미지에는 채널마다 하나씩 {$channels}개나 픽셀마다 하나씩 {$pixels}개가 필요합니다.',
} as const satisfies Translation<typeof english>;
