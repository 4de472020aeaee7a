import type { Messages } from '../en';

export const help: Messages['help'] = {
  shortcuts: '단축키',
  close: '닫기',
  keys: {
    control: 'Ctrl',
    enter: 'Enter',
    space: '스페이스',
    escape: 'Esc',
    arrows: '화살표 키',
    home: 'Home',
    end: 'End',
  },
  groups: {
    everywhere: '모든 화면',
    graph: '구조 그래프',
    dialogs: '대화 상자',
  },
  actions: {
    showDatasets: '데이터셋 보기',
    showTrain: '학습 보기',
    showRuns: '학습 기록 보기',
    showClassify: '분류 보기',
    showSettings: '설정 보기',
    showShortcuts: '이 단축키 보기',
    zoomWindow: '전체를 크게, 작게, 원래대로',
    move: '부분 사이를 이동하고 접거나 펼치기',
    ends: '처음 또는 마지막 부분으로 이동',
    choose: '층의 세부 정보 열기',
    zoomGraph: '확대, 축소, 원래대로',
    leave: '세부 정보 닫기',
    shrink: '크게 본 패널에서 돌아가기',
    confirm: '실행',
    cancel: '실행하지 않고 닫기',
  },
  tour: '둘러보기',
  tourNote: '사진에서 시작해 분류하는 네트워크까지 다섯 단계로 살펴봅니다.',
  takeTour: '둘러보기 시작',
  next: '다음',
  back: '이전',
  done: '완료',
  skip: '둘러보기 건너뛰기',
  progress: (step, steps) => `${steps}단계 중 ${step}단계`,
  steps: {
    datasets: {
      title: '사진으로 시작합니다',
      text: '클래스마다 사진 폴더가 하나씩 들어 있는 폴더를 창 아무 곳에나 끌어다 놓거나 예제를 사용해 보세요. 가져오기 전에 무엇이 들어 있는지 볼 수 있습니다.',
    },
    train: {
      title: '네트워크를 골라 학습합니다',
      text: 'ResNet과 학습 방법을 고르고 시작합니다. 학습하는 동안 층 구조, 손실과 오류율, 각 층의 응답 크기를 볼 수 있습니다.',
    },
    runs: {
      title: '모든 학습을 보관합니다',
      text: '학습마다 설정, 곡선, 가중치가 여기에 남습니다. 멈추거나 중단된 학습은 그 자리에서 이어집니다.',
    },
    classify: {
      title: '배운 것을 사용합니다',
      text: '사진을 여기에 놓으면 학습된 네트워크가 가장 가능성 높은 클래스를 알려 줍니다.',
    },
    settings: {
      title: '원하는 대로 바꿉니다',
      text: '테마, 언어, 데이터 폴더, 계산 장치를 정합니다. 둘러보기는 여기서 다시 시작할 수 있고, ? 키를 누르면 단축키가 나옵니다.',
    },
  },
};
