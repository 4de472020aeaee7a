import type { Messages } from '../en';

export const charts: Messages['charts'] = {
  notSaved: '차트를 저장하지 못했습니다',
  notDrawn: '차트를 그리지 않았습니다.',
  notDrawnYet: '차트를 아직 그리지 않았습니다.',
  noCanvas: '그림을 그릴 캔버스가 없습니다',
  notWritten: '그림을 쓰지 못했습니다',
  showData: (title) => `${title} 데이터 보기`,
  data: '데이터',
  savePng: (title) => `${title} PNG로 저장`,
  saveSvg: (title) => `${title} SVG로 저장`,
  saveCsv: (title) => `${title} CSV로 저장`,
  logScale: '로그 눈금',
  log: '로그',
};
