import type { Translation } from '../../translation';
import type { pickle as english } from '../../en/datasets/pickle';

export const pickle = {
  unreadable: '{$path} 파일을 Python pickle로 읽을 수 없습니다. {$reason}. 원본에서 다시 복사하십시오.',
  callsNoFunction: '함수가 아닌 것을 호출합니다',
  encodesNoText: '텍스트가 아닌 것을 인코딩합니다',
  calls: '{$name :josa form=을} 호출합니다',
  fillsNoArray: '배열이 아닌 것을 채웁니다',
  columnMajor: '배열이 열 단위로 놓여 있습니다',
  notBytes: '배열의 값이 부호 없는 바이트가 아닙니다',
  wrongBytes: '배열이 {$expected}바이트여야 하는데 {$found}바이트입니다',
  noBytes: '배열에 바이트가 없습니다',
  endsEarly: '너무 일찍 끝납니다',
  tooManyValues: '값이 {$limit :integer}개보다 많아 CIFAR 파일보다 훨씬 큽니다',
  tooManyBytes: '배열이 {$limit :bytes}보다 커서 CIFAR 파일보다 훨씬 큽니다',
  tooDeep: '너무 깊이 겹쳐 있습니다',
  type: '형식이 들어 있습니다',
  function: '함수 {$name :josa form=이} 들어 있습니다',
  instruction: '{$place}번째 바이트에서 이미지에 필요하지 않은 명령 {$code :josa form=을} 씁니다',
  asksFor: '이미지에 필요하지 않은 {$name :josa form=을} 요구합니다. 아무것도 실행하지 않았습니다',
  takesNothing: '없는 것을 꺼냅니다',
  noBeginning: '목록의 시작이 없습니다',
  appendsToNoList: '목록이 아닌 것에 덧붙입니다',
  assignsToNoDictionary: '사전이 아닌 것에 값을 넣습니다',
  recallsNothing: '저장하지 않은 것을 불러옵니다',
  noNumber: '숫자가 아닌 것이 숫자로 적혀 있습니다',
  largeNumber: '숫자가 터무니없이 큽니다',
} as const satisfies Translation<typeof english>;
