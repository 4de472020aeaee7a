import type { Translation } from '../../translation';
import type { pictures as english } from '../../en/datasets/pictures';

export const pictures = {
  undecodable: '{$name} 이미지가 손상되어 디코딩할 수 없습니다. 원본에서 다시 복사하십시오.',
  tooManyPixels: '{$name} 이미지는 {$width} x {$height} 픽셀로 1억 픽셀을 넘습니다. 더 작은 이미지로 저장하십시오.',
  checksum: '{$name} 이미지가 손상되었습니다. 체크섬이 맞지 않습니다. 원본에서 다시 복사하십시오.',
  noPixels: '{$name} 이미지가 손상되었습니다. 픽셀이 없다고 적혀 있습니다.',
  text: '{$name :josa form=은} 이미지가 아니라 텍스트 파일입니다. 쓸 수 있는 형식: {$formats}.',
  otherKind:
    '{$name :josa form=은} 이미지가 아니라 다른 종류의 파일이거나 손상되었습니다. 쓸 수 있는 형식: {$formats}.',
  cutOff: '{$name :josa form=이} 중간에 끊겼습니다. {$format} 이미지의 끝이 없습니다. 다시 복사하십시오.',
  folder: '{$name :josa form=은} 폴더입니다. 그 안의 이미지를 선택하십시오.',
  empty: '{$name :josa form=이} 비어 있습니다. 원본에서 다시 복사하십시오.',
  tooLarge: '{$name :josa form=이} 1 GiB보다 큽니다. 더 작은 이미지로 저장하십시오.',
  none: '이 폴더에는 이미지가 없습니다.',
  missing: '그런 파일이 없습니다.',
  unreadable: '읽을 수 없습니다({$code}).',
  inFile: '{$file}, {$index}번째 이미지',
  inRow: '{$file}, {$row}번째 줄',
} as const satisfies Translation<typeof english>;
