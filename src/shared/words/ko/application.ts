import type { Translation } from '../translation';
import type { application as english } from '../en/application';

export const application = {
  folderNotAbsolute: '{$folder :josa form=은} 전체 경로가 아닙니다. 전체 경로로 폴더를 선택하십시오.',
  folderUnusable: '{$folder :josa form=을} 데이터 폴더로 쓸 수 없습니다. {$reason}. 다른 폴더를 선택하십시오.',
  folderOpenElsewhere:
    '데이터 폴더 {$folder :josa form=이} {$host}의 Residual Studio에서 열려 있습니다. 그쪽을 닫거나 RESIDUAL_STUDIO_HOME으로 다른 폴더를 선택하십시오.',
  formerInUse: '다른 프로그램이 {$folder} 폴더를 쓰고 있습니다. 그것을 끝낸 뒤 이 프로그램을 다시 시작하십시오.',
  formerTrains:
    '{$folder}에 있는 {$run} 학습이 진행 중이거나 대기 중입니다. 중지하거나 끝날 때까지 기다린 뒤 프로그램을 다시 시작하십시오.',
  folderHeld:
    '데이터 폴더 {$folder :josa form=이} 응답하지 않는 다른 Residual Studio(프로세스 {$pid})에서 열려 있습니다. 그 프로세스를 끝내고 다시 시작하십시오.',
  badRequest: '요청한 대로 할 수 없습니다({$reasons}).',
  notGiven:
    '프로그램을 연 뒤에 선택하거나 끌어다 놓지 않은 파일 또는 폴더를 창이 요청했습니다. 다시 선택하거나 창에 끌어다 놓으십시오.',
  tooMany: '한꺼번에 너무 많은 것을 요청했습니다. 응답을 기다린 뒤 다시 시도하십시오.',
  tooLarge: '요청한 내용이 너무 큽니다. 파일을 더 적게 선택하거나 파일 대신 그 폴더를 선택하십시오.',
  theRequest: '요청',
  fault: '프로그램 안에서 문제가 생겼습니다. 자세한 내용은 로그에 있습니다(도움말, 로그 파일 보기).',
  closing: '프로그램을 닫는 중입니다.',
} as const satisfies Translation<typeof english>;
