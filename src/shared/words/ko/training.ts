import type { Translation } from '../translation';
import type { training as english } from '../en/training';

export const training = {
  cannotStart: '학습을 시작할 수 없습니다. {$place}: {$message}.',
  fraction: '1보다 작은 비율이거나 정수 스텝 수여야 합니다',
  noRoom:
    '학습의 체크포인트에 {$needed :bytes}가 필요한데, {$folder}의 디스크에는 {$free :bytes}만 비어 있습니다. 공간을 비우거나 다른 데이터 폴더를 선택하십시오.',
  noRoomForCheckpoints:
    '학습의 체크포인트에 {$needed :bytes}가 필요한데, {$folder}의 디스크에는 {$free :bytes}만 비어 있습니다. 공간을 비우거나, 체크포인트를 더 적게 남기거나, 다른 데이터 폴더를 선택하십시오.',
  processNotStarted: '학습 프로세스를 시작하지 못했습니다. {$message}',
  loaderEnded: '이미지를 읽는 스레드가 코드 {$code :josa form=으로} 끝났습니다.',
  diverged:
    '스텝 {$step}, 학습률 {$rate}에서 숫자가 아닌 값이 나왔습니다({$what}). 학습이 발산했습니다. {$lower} 같은 더 낮은 학습률로 다시 시작하십시오. 웜업이나 기울기 노름을 1 정도로 클리핑하는 것도 도움이 됩니다.',
  loss: '손실',
  lossOf: '{$split} 이미지의 손실',
  numberOf: '{$name}의 값',
  endsEarly:
    '스텝 {$step}에서 학습을 일찍 끝냅니다. {$epochs}에폭 동안 검증 오류율이 {$error}% 아래로 내려가지 않았습니다.',
  diskFull: '{$folder}의 디스크가 가득 차 체크포인트나 지표를 저장하지 못했습니다. 공간을 비우고 이어서 학습하십시오.',
  quotaUsedUp:
    '{$folder}에 쓸 수 있는 디스크 할당량을 모두 써서 체크포인트나 지표를 저장하지 못했습니다. 공간을 비우고 이어서 학습하십시오.',
  readOnly:
    '{$folder}의 디스크가 읽기 전용이 되어 더 이상 저장하지 못했습니다. 다시 쓸 수 있게 하고 이어서 학습하십시오.',
  noPermission: '{$folder}에 더 이상 쓸 수 없습니다. 프로그램에 다시 권한을 주고 이어서 학습하십시오.',
  diskFailed: '학습을 저장하는 중에 {$folder}의 디스크에 오류가 났습니다. 디스크를 점검하고 이어서 학습하십시오.',
  gone: '{$folder}에 있던 것이 없어졌습니다. 학습하는 동안 옮겨졌거나 삭제되었습니다. 되돌려 놓고 이어서 학습하십시오.',
  noMemory:
    '{$network :josa form=을} 배치 {$batch :josa form=으로} 학습할 메모리가 부족합니다. 배치 {$smaller :josa form=을} 시도하십시오.',
  checkpointKept: '{$message} 스텝 {$step}의 체크포인트는 남아 있습니다.',
  endedAtOnce: '체크포인트를 저장하지 않고 학습을 바로 끝냈습니다.',
  closedBeforeTurn: '학습 차례가 오기 전에 프로그램을 닫았습니다.',
  closedWhileWaiting: '학습 차례가 오기 전에 프로그램을 닫았습니다. 그때까지 저장된 것은 남아 있습니다.',
  studioEnded: '학습하는 동안 프로그램이 끝났습니다. 그때까지 저장된 것은 남아 있습니다.',
  studioEndedWithCheckpoint: '학습하는 동안 프로그램이 끝났습니다. 체크포인트를 저장했습니다.',
  float32IsFaster: '자동 정밀도: 여기서 한 스텝에 float32는 {$float}, bfloat16은 {$brain}가 걸려 float32를 씁니다.',
  bfloat16IsFaster: '자동 정밀도: 여기서 한 스텝에 float32는 {$float}, bfloat16은 {$brain}가 걸려 bfloat16을 씁니다.',
  bfloat16IsSlow: '자동 정밀도: 이 프로세서에는 AVX-512가 없어 bfloat16이 몇 배 느리므로 float32를 씁니다.',
  compiles: 'TensorFlow가 GPU용으로 스텝을 컴파일합니다. 첫 스텝은 1분까지 걸립니다.',
  rateJumps:
    '학습률 스케줄({$schedule})이 길어진 학습 전체에 다시 맞춰집니다. {$step :integer}번째 스텝에서 학습률이 {$from}에서 {$to}로 바뀝니다.',
} as const satisfies Translation<typeof english>;
