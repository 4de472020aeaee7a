import type { Translation } from '../translation';
import type { archives as english } from '../en/archives';

export const archives = {
  fileTooLarge: '{$path}에 학습 기록이 없습니다. {$name :josa form=이} 너무 큽니다.',
  fileMissing: '{$path}에 학습 기록이 없습니다. {$name :josa form=이} 없습니다.',
  tooManyFiles: '{$path}에 학습 기록이 없습니다. 파일이 {$count}개나 있습니다. 학습 기록의 파일은 수십 개입니다.',
  notUnpacked: '{$path}의 압축을 풀지 못했습니다. {$message}',
  notZip: '{$path :josa form=은} zip 파일이 아니거나 손상되었습니다. {$message}',
  outside:
    '{$path :josa form=은} 이 프로그램이 저장한 파일이 아닙니다. "{$name}"{$name :particle form=이} 학습 기록의 폴더 바깥에 놓이게 됩니다.',
  twice: '{$path :josa form=은} 이 프로그램이 저장한 파일이 아닙니다. 같은 파일이 두 번 들어 있습니다.',
  noConfig: '{$path}에 학습 기록이 없습니다. config.json이 없습니다.',
  noRun: '{$path}에 학습 기록이 없습니다. {$message}',
  damagedAt: '{$path} 파일의 "{$name}" 부분이 손상되었습니다. {$message}. 학습 기록을 다시 내보내십시오.',
  expandsTooFar:
    '{$path}의 압축을 풀면 {$bytes :bytes}가 되는데, 이 크기의 실행은 그럴 수 없습니다. 아무것도 보관하지 않았습니다. 실행을 다시 내보내십시오.',
  noRoom:
    '{$path}에 든 파일에는 {$needed :bytes}가 필요하지만 {$folder}의 디스크에는 {$free :bytes}만 남았습니다. 공간을 비우거나 다른 데이터 폴더를 선택하십시오.',
} as const satisfies Translation<typeof english>;
