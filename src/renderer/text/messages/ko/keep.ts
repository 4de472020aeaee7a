import type { Messages } from '../en';

export const keep: Messages['keep'] = {
  checkpoints: '체크포인트',
  disk: (bytes) => `디스크 최대 ${bytes}`,
  every: '저장 간격',
  epochs: '에폭',
  everyHint: '마지막과 최고 외에 추가로 저장, 0이면 없음',
  kept: '최신 보관 개수',
  keptHint: '0이면 모두 보관',
  pause: '일시 정지',
  goOn: '계속',
  notPaused: '학습을 일시 정지하지 못했습니다',
  notContinued: '학습을 계속하지 못했습니다',
  branch: '가지치기',
  branches: (name, checkpoint) => `${name}의 ${checkpoint} 가중치에서 시작합니다`,
  notBranched: (name) => `${name}에서 가지를 치지 못했습니다`,
  branched: (name, checkpoint, step) =>
    step === null
      ? `${name}의 체크포인트 ${checkpoint}에서 갈라짐`
      : `${name}의 체크포인트 ${checkpoint}(스텝 ${step})에서 갈라짐`,
  further: '더 학습',
  furtherAction: '더 학습',
  furtherText: (epochs) =>
    `이 학습은 ${epochs}에폭입니다. 끝난 곳에서 이어서, 새 길이에 맞춘 학습률 일정으로 학습합니다.`,
  furtherEpochs: '전체 에폭',
};
