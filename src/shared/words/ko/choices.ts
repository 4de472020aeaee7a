import type { Translation } from '../translation';
import type { choices as english } from '../en/choices';

export const choices = {
  tooLong:
    '이 데이터셋의 {$epochs}에폭은 {$steps}스텝인데, 학습은 {$most}스텝까지입니다. {$fewer}에폭 이하로 고르십시오.',
  nesterovOfSgd: 'Nesterov 모멘텀은 SGD에만 있는데 옵티마이저가 AdamW입니다. 빼거나 SGD를 고르십시오.',
  momentumOfSgd: '모멘텀은 SGD에만 있는데 옵티마이저가 AdamW입니다. 빼거나 SGD를 고르십시오.',
  nesterovWithoutMomentum:
    'Nesterov 모멘텀은 모멘텀만큼 앞을 내다보는데 모멘텀이 0입니다. 0.9 같은 값을 고르거나 빼십시오.',
  nothingToDecay: '가중치 감쇠가 0이어서 감쇠할 것이 없습니다. 0.0001 같은 값을 주거나 모든 값의 감쇠를 빼십시오.',
  milestonesOfStep:
    '학습률을 낮추는 시점은 "step" 스케줄에만 있는데 스케줄이 "{$schedule}"입니다. 빼거나 step을 고르십시오.',
  epochsAndSteps: '에폭과 스텝 중 하나만 정하십시오.',
  milestoneBeyond:
    '학습률을 낮추는 스텝 {$step :josa form=이} {$steps}스텝인 학습을 넘어섭니다. 끝나기 전의 스텝이나 0.5,0.75 같은 비율을 고르십시오.',
  warmupBeyond: '웜업 {$warmup}스텝이면 {$steps}스텝인 학습에 남는 것이 없습니다. 전체의 0.05처럼 더 짧게 고르십시오.',
  noResidualBlocks:
    '{$network}에는 마지막 스케일을 0으로 시작할 잔차 블록이 없습니다. 그 설정을 빼거나 ResNet을 고르십시오.',
  noPictures: '데이터셋 "{$name}"에 학습할 이미지가 없습니다.',
  batchTooLarge:
    '배치 크기 {$batch :josa form=은} "{$name}"의 학습용 이미지 {$count}장보다 많습니다. {$most} 이하로 고르십시오.',
  plateauWithoutValidation:
    '"plateau" 스케줄은 검증 오류율을 따르는데 "{$name}"에 검증용 이미지가 없습니다. step이나 cosine을 고르십시오.',
  patienceWithoutValidation:
    '조기 종료는 검증 오류율을 살피는데 "{$name}"에 검증용 이미지가 없습니다. 조기 종료를 빼십시오.',
  noMemoryForBatch:
    '배치 크기 {$batch}인 {$network}에는 메모리가 약 {$needed :bytes} 필요한데 여기서 쓸 수 있는 것은 {$usable :bytes}입니다. 배치 크기를 {$most} 이하로 고르십시오.',
  noMemory:
    '배치 크기 {$batch}인 {$network}에는 메모리가 약 {$needed :bytes} 필요한데 여기서 쓸 수 있는 것은 {$usable :bytes}입니다. 더 작은 네트워크나 더 작은 이미지를 고르십시오.',
  shortRun: '없음: {$epochs}에폭보다 짧은 학습은 이미지를 그대로 볼 때 더 많이 배웁니다',
  smallDataset: '학습용 이미지가 {$count :integer}개뿐이어서 레시피보다 작습니다',
} as const satisfies Translation<typeof english>;
