import type { Translation } from '../../translation';
import type { importer as english } from '../../en/datasets/importer';

export const importer = {
  killed:
    '{$files} 파일을 읽던 프로세스가 메모리를 너무 많이 써서 종료되었습니다(SIGKILL). 아무것도 저장되지 않았습니다. 일부만 가져오거나 다른 프로그램을 닫으십시오.',
  crashed:
    '{$files} 파일을 읽던 프로세스가 비정상 종료되었습니다({$signal}). 아무것도 저장되지 않았습니다. 그 파일을 다시 저장하거나 그 파일을 빼고 가져오십시오.',
  ended:
    '{$files} 파일을 읽던 프로세스가 종료되었습니다(종료 코드 {$code}). 아무것도 저장되지 않았습니다. 다시 시도하십시오.',
  notStarted: '{$files} 파일을 읽을 프로세스를 시작할 수 없습니다. `doctor` 명령으로 설치 상태를 확인하십시오.',
} as const satisfies Translation<typeof english>;
