import type { Messages } from '../en';

export const settings: Messages['settings'] = {
  title: '설정',
  note: '이 컴퓨터에 저장됩니다',
  notKept: '설정을 저장하지 못했습니다',
  appearance: '화면 테마',
  themes: { system: '시스템과 같게', light: '밝게', dark: '어둡게' },
  language: '언어',
  languageOfSystem: '시스템 언어',
  dataFolder: '데이터 폴더',
  dataFolderNote:
    '데이터셋과 학습 기록을 보관합니다. 다른 폴더는 다음에 시작할 때부터 쓰이며, 기존 파일은 옮기지 않습니다.',
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
  privacyText: '이 프로그램은 아무것도 밖으로 보내지 않습니다. 사진, 학습 기록, 설정은 이 컴퓨터에만 남습니다.',
};
