import type { Messages } from '../en';

export const shell: Messages['shell'] = {
  viewsLabel: '화면',
  views: { datasets: '데이터셋', train: '학습', runs: '학습 기록', classify: '분류', settings: '설정' },
  noDevice: '장치 없음',
  starting: '시작하는 중',
  notUsable: 'TensorFlow 사용 불가',
  lookingForDevice: '장치를 찾는 중',
  deviceLabel: (name, detail) => `장치: ${name}, ${detail}. 설정 열기`,
  dismiss: '닫기',
  dismissLabel: (title) => `닫기: ${title}`,
  drop: {
    wait: '잠시 기다려 주십시오',
    importOn: (name) => `데이터셋은 한 번에 하나씩 가져옵니다. 지금은 ${name} 가져오기가 진행 중입니다.`,
    look: '놓으면 내용을 살펴봅니다',
    lookText: '가져오기 전에 무엇이 들어 있는지 먼저 보여 줍니다. 원본 파일은 그대로 남습니다.',
    classify: (count) => `놓으면 ${pictures(count)} 분류합니다`,
    by: (network) => `분류할 네트워크: ${network}`,
    noNetwork: (count) => `아직 ${pictures(count)} 분류할 수 있는 네트워크가 없습니다`,
    trainFirst: '먼저 네트워크를 학습한 다음 사진을 다시 놓아 주십시오.',
  },
};

function pictures(count: number): string {
  return count === 1 ? '이 사진을' : `이 사진 ${count}장을`;
}
