import type { Messages } from '../en';

export const shell: Messages['shell'] = {
  viewsLabel: '화면',
  views: { datasets: '데이터셋', train: '학습', runs: '학습 기록', classify: '분류', settings: '설정' },
};
