import type * as english from '../../en/window/augmentation';
import type { Translation } from '../../translation';

export const augmentation = {
  title: '데이터 증강을 적용한 이미지',
  explained: {
    none: '네트워크가 매번 이미지를 그대로 봅니다. 몇 에폭만 학습할 때 알맞습니다.',
    standard:
      '논문의 CIFAR-10 실험처럼 이미지 둘레에 검은 픽셀 4개를 두르고 무작위 위치에서 원래 크기로 자릅니다. 작은 이미지에 알맞습니다.',
    imagenet:
      '이미지의 8~100%를 무작위로 잘라 전체 크기로 키우고 밝기, 대비, 색, 빛을 조금씩 바꿉니다. 일반 이미지를 오래 학습할 때 알맞습니다.',
  },
  mirrors: '이미지의 절반을 좌우로 뒤집습니다.',
  mirrorsNot: '뒤집으면 다른 클래스가 될 수 있어 이미지를 뒤집지 않습니다.',
  inOneLine: { none: '이미지를 그대로 사용', standard: '최대 4픽셀 이동', imagenet: '무작위로 자르고 색 변경' },
  inOneLineMirrored: {
    none: '이미지를 그대로 사용',
    standard: '최대 4픽셀 이동, 무작위 좌우 반전',
    imagenet: '무작위로 자르고 색 변경, 무작위 좌우 반전',
  },
  inRun: { none: '증강 없음', standard: '이동', imagenet: '무작위 자르기, 색 변경' },
  inRunMirrored: { none: '증강 없음', standard: '이동과 좌우 반전', imagenet: '무작위 자르기, 반전, 색 변경' },
  seed: '학습에 쓰이는 코드가 시드 {$seed :josa form=으로} 만들었습니다. 같은 시드는 같은 결과를 냅니다.',
  again: '다시 만들기',
  original: '{$label}, 원본',
  version: '{$label}, {$version}번째 변형',
  failed: '이미지를 읽지 못했습니다',
  tryAgain: '다시 시도',
} as const satisfies Translation<typeof english.augmentation>;
