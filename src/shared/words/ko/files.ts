import type { Translation } from '../translation';
import type { files as english } from '../en/files';

export const files = {
  about: '{$path}: {$message}',
  exists: '{$path} 파일이 이미 있습니다. 다른 이름을 고르거나 먼저 삭제하십시오.',
  existsAlready: '{$path :josa form=이} 이미 있습니다. 다른 이름을 고르거나 먼저 삭제하십시오.',
  badVersion: '{$path} 파일이 손상되었습니다. 버전이 숫자가 아닙니다.',
  newer:
    '{$path} 파일은 더 새로운 버전의 프로그램이 만들었습니다(형식 {$version}, 이 프로그램은 {$known}까지 읽습니다). 쓰려면 프로그램을 업데이트하십시오.',
  damagedAt: '{$path} 파일이 손상되었습니다. {$place} 값이 잘못되었습니다.',
  empty: '{$path} 파일이 비어 있습니다.',
  damaged: '{$path} 파일이 손상되었습니다.',
  missing: '{$path} 파일이 없습니다.',
  configIn: '{$path} 안의 config.json',
  held: '{$path :josa form=을} {$host}의 프로세스 {$pid :josa form=이} 쓰고 있습니다. 끝날 때까지 기다리거나 그 프로세스를 끝내십시오.',
  notThere: '파일이나 폴더 {$path :josa form=이} 없습니다. 경로를 확인하십시오.',
  noPermission: '{$path :josa form=을} 읽거나 쓸 권한이 없습니다. 권한을 바꾸거나 자신의 폴더로 복사하십시오.',
  notAFolder: '{$path :josa form=은} 폴더가 아닙니다.',
  isAFolder: '{$path :josa form=은} 파일이 아니라 폴더입니다.',
  diskFull: '{$path :josa form=이} 있는 디스크가 가득 찼습니다. 공간을 비우거나 다른 데이터 폴더를 선택하십시오.',
  quotaUsedUp: '{$path}에 쓸 수 있는 디스크 할당량을 모두 썼습니다. 공간을 비우거나 다른 데이터 폴더를 선택하십시오.',
  readOnly: '{$path :josa form=이} 있는 디스크는 읽기 전용입니다. 다른 데이터 폴더를 선택하십시오.',
  diskFailed: '{$path :josa form=을} 읽거나 쓰는 중에 디스크 오류가 났습니다. 원본에서 다시 복사하십시오.',
  nameTooLong: '{$path :josa form=은} 이름이나 경로가 이 시스템에서 쓸 수 있는 길이를 넘습니다.',
  linksInCircle: '{$path :josa form=은} 링크가 서로 돌고 돌아 쓸 수 없습니다.',
} as const satisfies Translation<typeof english>;
