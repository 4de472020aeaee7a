import type { Translation } from '../translation';
import type { processes as english } from '../en/processes';

export const processes = {
  killed:
    '프로세스가 밖에서 강제로 종료되었습니다(SIGKILL). 메모리가 모자라면 시스템이 그렇게 합니다. 더 작은 배치를 쓰거나 다른 프로그램을 닫으십시오.',
  crashed:
    '프로세스가 비정상 종료되었습니다({$signal}). 더 작은 배치를 시도하십시오. 다시 일어나면 `doctor` 명령으로 설치를 점검하십시오.',
  ended: '프로세스가 예기치 않게 끝났습니다({$how}). `doctor` 명령으로 설치를 점검하십시오.',
  accessViolation: '메모리 접근 위반',
  outOfMemory: '메모리 부족',
  stackOverflow: '스택 넘침',
  aborted: '중단',
  notStarted: '시작하지 못함',
  exitCode: '종료 코드 {$code}',
} as const satisfies Translation<typeof english>;
