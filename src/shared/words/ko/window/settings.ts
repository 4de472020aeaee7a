import type * as english from '../../en/window/settings';
import type { Translation } from '../../translation';

export const settings = {
  title: '설정',
  note: '이 컴퓨터에 저장됩니다',
  notKept: '설정을 저장하지 못했습니다',
  appearance: '화면 테마',
  themes: { system: '시스템과 같게', light: '밝게', dark: '어둡게' },
  language: '언어',
  languageOfSystem: '시스템 언어',
  dataFolder: '데이터 폴더',
  dataFolderNote:
    '데이터셋과 학습 기록을 저장합니다. 다른 폴더는 다음에 시작할 때부터 쓰이며, 기존 파일은 옮기지 않습니다.',
  folderInUse: '사용 중',
  folderNext: '다음 시작부터',
  folderSame: '그대로',
  folderUsual: '기본 위치',
  chooseFolder: '다른 폴더 선택',
  useUsualFolder: '기본 위치 사용',
  folderNotChanged: '데이터 폴더를 바꾸지 못했습니다',
  about: '정보',
  window: '창',
  licence: '라이선스',
  licenceText: 'Apache License 2.0. 글꼴 Inter와 Noto Sans KR: SIL Open Font License 1.1.',
  privacy: '개인정보',
  privacyText: '이 프로그램은 아무것도 밖으로 보내지 않습니다. 이미지, 학습 기록, 설정은 이 컴퓨터에만 남습니다.',
} as const satisfies Translation<typeof english.settings>;

export const device = {
  title: '장치',
  unusable: '학습할 수 없습니다',
  unknown: '알 수 없음',
  looking: '찾는 중',
  trainsOn: '학습 장치',
  notUsable: '사용 불가',
  gpuLibrary: 'GPU 라이브러리',
  noGpuLibrary: '없음, CPU용 빌드',
  memory: '학습에 쓸 메모리',
  computeOn: '계산 장치',
  asFound: 'TensorFlow가 고르는 대로',
  gpu: 'GPU {$index}: {$name}, 드라이버 {$driver}',
  fromNow: '지금부터 시작하는 학습에 적용됩니다',
  notChanged: '장치를 바꾸지 못했습니다',
  lookAgain: '다시 찾기',
} as const satisfies Translation<typeof english.device>;

export const background = {
  title: '학습 중일 때',
  closing: '창을 닫으면',
  closings: { ask: '물어보기', background: '계속 학습', stop: '체크포인트 저장 후 중지' },
  closingNote: '계속하면 백그라운드에서 학습하며, 프로그램을 한 번 더 실행하면 창이 다시 나타납니다.',
  notifications: '창을 보고 있지 않을 때 학습이 끝나면',
  tell: '알림 표시',
  silent: '알리지 않음',
} as const satisfies Translation<typeof english.background>;
