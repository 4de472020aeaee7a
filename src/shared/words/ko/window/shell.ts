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
    lookZip: '데이터셋이면 가져오기 전에 내용을 먼저 보여 주고, 학습 기록이면 학습 기록 화면으로 가져옵니다.',
    weights: (file) => `${file}: 데이터셋이 아닙니다`,
    weightsText:
      '네트워크의 가중치가 든 파일입니다. 다른 컴퓨터의 학습을 여기서 쓰려면 그곳에서 내보낸 zip을 놓아 주십시오. ' +
      '이런 파일로 평가하거나 분류하는 일은 명령줄에서 할 수 있습니다.',
    besides: (network) => `분류할 네트워크: ${network}. 사진이 아닌 것은 뺍니다.`,
    leftOut: (names) => `사진만 분류하므로 다음은 뺐습니다: ${listed(names)}`,
    by: (network) => `분류할 네트워크: ${network}`,
    noNetwork: (count) => `아직 ${pictures(count)} 분류할 수 있는 네트워크가 없습니다`,
    trainFirst: '먼저 네트워크를 학습한 다음 사진을 다시 놓아 주십시오.',
  },
};

const mostNamed = 5;

function listed(names: readonly string[]): string {
  const more = names.length - mostNamed;
  return `${names.slice(0, mostNamed).join(', ')}${more > 0 ? ` 외 ${more}개` : ''}`;
}

function pictures(count: number): string {
  return count === 1 ? '이 사진을' : `이 사진 ${count}장을`;
}
