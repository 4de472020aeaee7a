import type { Messages } from '../en';

export const background: Messages['background'] = {
  title: '학습 중일 때',
  closing: '창을 닫으면',
  closings: { ask: '물어보기', background: '계속 학습', stop: '체크포인트 저장 후 중지' },
  closingNote: '계속하면 백그라운드에서 학습하며, 프로그램을 한 번 더 실행하면 창이 다시 나타납니다.',
  notifications: '창을 보고 있지 않을 때 학습이 끝나면',
  tell: '알림 표시',
  silent: '알리지 않음',
};
