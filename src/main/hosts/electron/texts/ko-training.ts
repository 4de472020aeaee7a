import type { Texts } from './en';

export const training: Pick<Texts, 'leaving' | 'tray' | 'notices'> = {
  leaving: {
    question: (name) => `${name} 학습이 진행 중입니다. 어떻게 하시겠습니까?`,
    detail: (waiting) =>
      [
        '계속하면 창 없이 백그라운드에서 학습합니다. 창을 다시 보려면 프로그램을 한 번 더 실행하십시오. 중지하면 체크포인트를 저장하므로 나중에 이어서 학습할 수 있습니다.',
        ...(waiting > 0 ? [`대기 중인 학습이 ${waiting}개 있으며, 남은 학습은 다음에 시작할 때 이어집니다.`] : []),
      ].join('\n\n'),
    background: '계속 학습',
    stop: '체크포인트 저장 후 중지',
    cancel: '취소',
    remember: '이 선택을 기억하기',
  },
  tray: {
    idle: '진행 중인 학습 없음',
    training: (name) => `${name} 학습 중`,
    open: 'Residual Studio 열기',
    stop: '체크포인트 저장 후 이 학습 중지',
    quit: '종료',
  },
  notices: {
    finished: (name) => `${name} 학습이 끝났습니다`,
    failed: (name) => `${name} 학습에 실패했습니다`,
    interrupted: (name) => `${name} 학습이 중단되었습니다`,
    result: (error) => `오류율: ${error}`,
    background: '학습이 계속됩니다',
    backgroundHint: '창을 다시 보려면 프로그램을 한 번 더 실행하십시오.',
  },
};
