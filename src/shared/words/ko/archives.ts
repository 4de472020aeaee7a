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
} as const satisfies Translation<typeof english>;
