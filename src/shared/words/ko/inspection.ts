import type { Translation } from '../translation';
import type { inspection as english } from '../en/inspection';

export const inspection = {
  emptySplit: '데이터셋 "{$name}"의 {$split} 분할에 이미지가 없습니다. 다른 분할을 고르십시오.',
  otherSize:
    '네트워크는 {$expected} 이미지를 받는데 데이터셋 "{$name}"의 이미지는 {$found}입니다. 그 크기로 가져오십시오.',
  unknownClass:
    '네트워크가 데이터셋 "{$name}"의 클래스 "{$class}"{$class :particle form=을} 모릅니다. 네트워크의 클래스: {$known}. 데이터셋을 가져올 때 다른 클래스의 이름을 바꾸거나 제외하십시오.',
  outdated: '평가한 뒤에 학습이 더 진행되었습니다. 다시 평가하십시오.',
  unknownLayer: '{$network}에 층 "{$layer}"{$layer :particle form=이} 없습니다.',
  otherPixels:
    '{$label} 이미지는 {$width} × {$height} 픽셀인데 네트워크는 {$columns} × {$rows} 픽셀을 받습니다. 크기를 맞추어 주는 파일의 이미지를 고르십시오.',
  busy: '{$name :josa form=이} 학습하는 동안에는 스텝 시간을 잴 수 없습니다. 둘 다 느려집니다. 끝날 때까지 기다리십시오.',
} as const satisfies Translation<typeof english>;
