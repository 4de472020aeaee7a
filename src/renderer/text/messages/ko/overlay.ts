import type { Messages } from '../en';

export const overlay: Messages['overlay'] = {
  label: '겹쳐 보기',
  none: '없음',
  twin: (name) => `${name} (쌍둥이)`,
  of: (name, epoch) => `${name}, 에폭 ${epoch}`,
};
