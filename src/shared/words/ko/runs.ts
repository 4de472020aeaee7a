import type { Translation } from '../translation';
import type { runs as english } from '../en/runs';

export const runs = {
  notReported: '학습 기록 {$run}의 보고서를 만들 수 없습니다. {$message}',
  damagedReason: '손상되었습니다.',
  states: {
    queued: '대기 중',
    preparing: '준비 중',
    training: '학습 중',
    paused: '일시 정지',
    finished: '완료',
    stopped: '중지됨',
    interrupted: '중단됨',
    failed: '실패',
  },
  unknown: '학습 기록 "{$run}"{$run :particle form=이} 없습니다.',
  notARun: '"{$run}"{$run :particle form=은} 학습 기록이 아닙니다.',
  inStore: '학습 기록 {$run :josa form=이} 이미 있습니다. 바꾸려면 먼저 삭제하십시오.',
  noCheckpointYet:
    '학습 기록 {$run}에 아직 체크포인트가 없습니다. 체크포인트는 에폭이 끝날 때, 에폭 도중 몇 분마다, 그리고 학습을 중지할 때 저장됩니다.',
  unknownCheckpoint: '학습 기록 {$run}에 체크포인트 "{$name}"{$name :particle form=이} 없습니다. 있는 것: {$names}.',
  noCheckpoint: '학습 기록 {$run}에 체크포인트 "{$name}"{$name :particle form=이} 없습니다. 아직 하나도 없습니다.',
  badName: '학습 기록의 이름은 1자에서 200자까지여야 합니다.',
  badLabels: '저장할 수 없습니다({$place}: {$message}).',
  labelsPutAside: '라벨을 읽을 수 없어 {$path}로 남겨 두었습니다.',
  badTag: '태그에는 쉼표를 쓸 수 없고 #으로 시작할 수 없습니다',
  notOverToArchive: '학습 {$run :josa form=이} 끝나지 않았습니다({$state}). 보관하려면 먼저 중지하십시오.',
  notOverToExport: '학습 {$run :josa form=이} 끝나지 않았습니다({$state}). 내보내려면 먼저 중지하십시오.',
  notOverToResume:
    '학습 {$run :josa form=이} 끝나지 않아({$state}) 이어서 학습할 수 없습니다. `runs watch`로 볼 수 있고, `runs stop`으로 체크포인트를 저장하고 중지할 수 있습니다.',
  notOverToRemove: '학습 {$run :josa form=이} 끝나지 않았습니다. 삭제하려면 먼저 중지하십시오.',
  notRemoved: '삭제한 학습 기록 가운데 "{$run}"{$run :particle form=이} 없습니다.',
  notBroughtBack: '학습 기록 {$run :josa form=을} 되돌릴 수 없습니다. 휴지통에서 찾아보십시오.',
  notTrashed: '학습 기록 {$run :josa form=을} 휴지통으로 옮기지 못했습니다. {$message}',
  overAlready: '학습 {$run :josa form=은} 이미 끝났습니다({$state}).',
  over: '학습 {$run :josa form=은} 끝났습니다({$state}).',
  startedElsewhere: '학습 {$run :josa form=은} 다른 창이나 명령줄에서 시작했습니다. 그곳에서 중지하십시오.',
  notPaused: '학습 {$run :josa form=은} 진행 중이 아니어서({$state}) 일시 정지할 수 없습니다.',
  notContinued: '학습 {$run :josa form=은} 진행 중이 아니어서({$state}) 계속할 수 없습니다.',
  held: '{$host}의 프로세스 {$pid :josa form=이} 실행 {$run :josa form=을} 쓰고 있습니다. 끝날 때까지 기다리거나 그 프로세스를 끝내십시오.',
  elsewhere:
    '실행 {$run :josa form=은} {$host}의 프로세스 {$pid :josa form=이} 맡고 있고, 여기서는 그 프로세스에 닿을 수 없습니다. 그곳에서 중지하십시오. 그 기기나 컨테이너가 이미 없어졌다면 이어서 학습할 때 넘겨받으십시오.',
  noAnswer:
    '학습 {$run :josa form=을} 진행하는 프로세스 {$pid :josa form=이} 응답하지 않습니다. 무엇을 하는지 확인하거나 끝내십시오. 학습은 이어서 할 수 있습니다.',
  notWaiting: '학습 {$run :josa form=은} 대기열에 없습니다. 학습마다의 상태는 `runs` 명령으로 볼 수 있습니다.',
  datasetChanged:
    '학습을 시작한 뒤 데이터셋 "{$name}"{$name :particle form=이} 바뀌어 처음과 같이 이어서 학습할 수 없습니다. 새로 학습하거나, 파일을 원래대로 되돌리고 데이터셋을 원본에서 다시 가져오십시오.',
  finished:
    '학습 {$run :josa form=은} 끝났습니다. 더 학습하려면 몇 에폭까지 할지 정하십시오. 지금까지 {$epochs}에폭이었습니다.',
  epochsDone:
    '{$epochs}에폭은 {$total}스텝인데, 학습 {$run :josa form=은} {$planned}스텝 중 {$steps}스텝을 마쳤습니다. 더 많은 에폭을 지정하십시오.',
  noPosition:
    '{$path}에 학습이 어디까지 진행되었는지 적혀 있지 않아 이어서 학습할 수 없습니다. --weights {$file :josa form=으로} 새로 학습하십시오.',
} as const satisfies Translation<typeof english>;
