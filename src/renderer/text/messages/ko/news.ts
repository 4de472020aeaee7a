import { formatCount } from '../../format';
import type { Messages } from '../en';

export const news: Messages['news'] = {
  settingsNotRead: '설정을 읽지 못했습니다',
  runsNotRead: '학습 기록을 읽지 못했습니다',
  viewNotRemembered: '마지막 화면을 저장하지 못했습니다',
  nothingImported: '아무것도 가져오지 못했습니다',
  imported: (name) => `${name} 데이터셋을 가져왔습니다.`,
  importCancelled: '가져오기를 취소했습니다. 아무것도 저장하지 않았습니다.',
  notClassified: '사진을 분류하지 못했습니다',
  classified: (count) => `사진 ${formatCount(count)}장을 분류했습니다.`,
  run: {
    training: (name) => `${name}: 학습 중입니다.`,
    paused: (name) => `${name}: 일시 정지했습니다.`,
    finished: (name) => `${name}: 학습을 마쳤습니다.`,
    stopped: (name) => `${name}: 학습을 멈췄습니다.`,
    interrupted: (name) => `${name}: 학습이 중단되었습니다.`,
    failed: (name, reason) => (reason ? `${name}: 학습에 실패했습니다. ${reason}` : `${name}: 학습에 실패했습니다.`),
  },
};
