import type * as english from '../../en/window/shell';
import type { Translation } from '../../translation';

export const shell = {
  viewsLabel: '화면',
  views: { datasets: '데이터셋', train: '학습', runs: '학습 기록', classify: '분류', settings: '설정' },
  noDevice: '장치 없음',
  starting: '시작하는 중',
  notUsable: 'TensorFlow 사용 불가',
  lookingForDevice: '장치를 찾는 중',
  deviceLabel: '장치: {$name}, {$detail}. 설정 열기',
  dismiss: '닫기',
  dismissLabel: '닫기: {$title}',
  drop: {
    wait: '잠시 기다려 주십시오',
    importOn: '데이터셋은 한 번에 하나씩 가져옵니다. 지금은 {$name} 가져오기가 진행 중입니다.',
    look: '놓으면 내용을 살펴봅니다',
    lookText: '가져오기 전에 무엇이 들어 있는지 먼저 보여 줍니다. 원본 파일은 그대로 남습니다.',
    classify: `.input {$count :integer} .match $count
      1 {{놓으면 이 이미지를 분류합니다}}
      * {{놓으면 이 이미지 {$count}장을 분류합니다}}`,
    lookZip: '데이터셋이면 가져오기 전에 내용을 먼저 보여 주고, 학습 기록이면 학습 기록 화면으로 가져옵니다.',
    weights: '{$file}: 데이터셋이 아닙니다',
    weightsText:
      '네트워크의 가중치가 든 파일입니다. 다른 컴퓨터의 학습을 여기서 쓰려면 그곳에서 내보낸 zip을 놓아 주십시오. 이런 파일로 평가하거나 분류하는 일은 명령줄에서 할 수 있습니다.',
    besides: '분류할 네트워크: {$network}. 이미지가 아닌 것은 뺍니다.',
    leftOut: '이미지만 분류하므로 다음은 뺐습니다: {$names}',
    leftOutMore: '이미지만 분류하므로 다음은 뺐습니다: {$names} 외 {$more}개',
    by: '분류할 네트워크: {$network}',
    noNetwork: `.input {$count :integer} .match $count
      1 {{아직 이 이미지를 분류할 수 있는 네트워크가 없습니다}}
      * {{아직 이 이미지 {$count}장을 분류할 수 있는 네트워크가 없습니다}}`,
    trainFirst: '먼저 네트워크를 학습한 다음 이미지를 다시 놓아 주십시오.',
  },
} as const satisfies Translation<typeof english.shell>;

export const news = {
  settingsNotRead: '설정을 읽지 못했습니다',
  runsNotRead: '학습 기록을 읽지 못했습니다',
  viewNotRemembered: '마지막 화면을 저장하지 못했습니다',
  nothingImported: '아무것도 가져오지 못했습니다',
  imported: '{$name} 데이터셋을 가져왔습니다.',
  importCancelled: '가져오기를 취소했습니다. 아무것도 저장하지 않았습니다.',
  notClassified: '이미지를 분류하지 못했습니다',
  classified: '이미지 {$count :integer}장을 분류했습니다.',
  run: {
    training: '{$name}: 학습 중입니다.',
    paused: '{$name}: 일시 정지했습니다.',
    finished: '{$name}: 학습을 마쳤습니다.',
    stopped: '{$name}: 학습을 중지했습니다.',
    interrupted: '{$name}: 학습이 중단되었습니다.',
    failed: '{$name}: 학습에 실패했습니다.',
    failedBecause: '{$name}: 학습에 실패했습니다. {$reason}',
  },
} as const satisfies Translation<typeof english.news>;

export const controls = {
  cancel: '취소',
  backTo: '되돌리기: {$value}',
  numberNeeded: '숫자를 입력해 주십시오.',
  notANumber: '"{$typed}"{$typed :particle form=은} 숫자가 아닙니다.',
  wholeNeeded: '정수를 입력해 주십시오.',
  enlarge: '크게 보기: {$title}',
  besideOthers: '다른 패널과 함께 보기: {$title}',
  atLeast: '{$least} 이상이어야 합니다.',
  atMost: '{$most} 이하여야 합니다.',
  above: '{$above}보다 커야 합니다.',
  below: '{$below}보다 작아야 합니다.',
} as const satisfies Translation<typeof english.controls>;

export const saving = {
  classesOf: '{$dataset} 클래스',
  pictures: '이미지',
  report: '보고서 내보내기…',
  reported: '{$name}의 보고서를 {$path}에 저장했습니다.',
  noReport: '{$name}의 보고서를 만들지 못했습니다',
} as const satisfies Translation<typeof english.saving>;
