import type { Translation } from '../../translation';
import type { pictures as english } from '../../en/datasets/pictures';

export const pictures = {
  undecodable: '{$name} 이미지가 손상되어 디코딩할 수 없습니다. 원본에서 다시 복사하십시오.',
  tooManyPixels: '{$name} 이미지는 {$width} x {$height} 픽셀로 1억 픽셀을 넘습니다. 더 작은 이미지로 저장하십시오.',
  unpacksTooLarge:
    '{$name :josa form=은} 압축을 풀면 {$bytes :bytes}로 400 MB를 넘습니다. 더 작은 이미지로 저장하십시오.',
  tooManyScans:
    '{$name :josa form=은} 스캔이 {$scans}개인 JPEG로, 디코딩에 너무 오래 걸립니다. 스캔이 더 적은 이미지로 다시 저장하십시오.',
  tooSlow:
    '{$name :josa form=을} {$seconds}초 안에 디코딩하지 못했습니다. 다시 저장하거나 더 작은 이미지로 저장하십시오.',
  noRegularFile:
    '{$name :josa form=은} 내용이 있는 파일이 아니라 파이프, 장치 또는 소켓입니다. 이미지 파일을 선택하십시오.',
  unsupported: '{$name :josa form=을} 읽을 수 없습니다. {$reason}. PNG나 8비트 JPEG로 저장하십시오.',
  reasons: {
    format: '{$format} 형식의 파일입니다',
    heic: 'HEIC 이미지이며, 코덱인 HEVC에는 라이선스가 필요합니다(휴대전화 설정에서 "높은 호환성"을 선택하면 JPEG로 저장됩니다)',
    kindOfJpeg: '샘플당 {$precision}비트인 JPEG({$kind})입니다',
    compression: '{$format} 압축 방식이 {$compression}입니다',
    colours: 'TIFF의 색 표현이 {$colours}입니다',
    bits: 'TIFF의 샘플이 {$bits}비트입니다',
    unevenBits: 'TIFF의 샘플마다 비트 수가 다릅니다',
    floats: 'TIFF의 샘플이 부동소수점 수여서 어떤 값이 흰색인지 알 수 없습니다',
    signed: 'TIFF의 샘플이 부호 있는 수여서 어떤 값이 검은색인지 알 수 없습니다',
    pnmAsText: '텍스트로 쓰인 PNM입니다',
  },
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
