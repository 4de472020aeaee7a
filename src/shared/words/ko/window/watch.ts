import { formatCount } from '../../format';
import type { Messages } from '../en';

const step = (step: number) => `스텝 ${formatCount(step)}`;

export const watch: Messages['watch'] = {
  run: '학습',
  stop: '멈추고 보관',
  notStopped: '학습을 멈추지 못했습니다',
  resume: '이어서 학습',
  notResumed: '학습을 이어 가지 못했습니다',
  classify: '사진 분류',
  notRead: '학습 기록을 읽지 못했습니다',
  tryAgain: '다시 시도',
  failed: '학습에 실패했습니다',
  interrupted: '학습이 중단되었습니다',
  progress: {
    label: '학습 진행',
    done: (epoch, epochs, at, steps) =>
      `에폭 ${formatCount(epoch)}/${formatCount(epochs)}, 스텝 ${formatCount(at)}/${formatCount(steps)}`,
    drop: (rate, at) => `${step(at)}부터 학습률 ${rate}`,
    preparing: '네트워크를 만들고 데이터셋을 읽는 중',
    stopping: '이번 스텝을 마치고 학습한 내용을 보관하는 중',
    testing: '테스트 사진으로 평가하는 중',
    took: (duration) => `${duration} 걸림`,
    left: (duration, done) => `${duration} 남음, ${done}쯤 완료`,
  },
  tiles: {
    test: '테스트 오류율',
    testContext: (top5, loss) => `톱5 ${top5}, 손실 ${loss}`,
    validation: '검증 오류율',
    best: (error, epoch) => `최저 ${error}, 에폭 ${formatCount(epoch)}`,
    afterTraining: '마지막 스텝 뒤에 나옵니다',
    noTest: '마지막 스텝까지 가지 않음',
    afterEpoch: '첫 에폭 뒤에 나옵니다',
    noEpoch: '마친 에폭 없음',
    loss: '학습 손실',
    meanOf: (steps) => `최근 ${formatCount(steps)}스텝 평균`,
    rate: '학습률',
    atLastStep: '마지막 스텝 기준',
    speed: '속도',
    imagesPerSecond: (images) => `${formatCount(images)}장/초`,
  },
  curves: {
    title: '학습 곡선',
    quantity: '보여 줄 값',
    errorFile: (run) => `${run} 오류율`,
    lossFile: (run) => `${run} 손실`,
    train: (value) => `학습 ${value}`,
    validation: (value) => `검증 ${value}`,
    rate: (rate) => `LR ${rate}`,
    allSteps: (steps) => `그려진 그대로 ${formatCount(steps)}스텝 모두입니다.`,
    someSteps: (drawn, steps) =>
      `전체 ${formatCount(steps)}스텝 중 그려진 ${formatCount(drawn)}스텝으로, 구간마다 가장 낮은 값과 가장 높은 값입니다. 모든 값은 학습 기록의 metrics.jsonl에 있습니다.`,
    step: '스텝',
  },
  responses: {
    title: '층별 응답',
    note: '표준편차',
    fileName: (run) => `${run} 응답`,
    order: '층의 순서',
    orders: { order: '순서대로', size: '크기순' },
    description: (layers, when) => `층 ${layers}개의 배치 정규화 뒤 표준편차, ${when}`,
    notYet: '첫 응답은 몇 스텝이 지난 뒤에 측정됩니다.',
    caption: (when) => `${when}의 모든 층입니다. 층을 선택하면 네트워크 구조에 표시됩니다.`,
    layer: '층',
    deviation: '표준편차',
  },
};
