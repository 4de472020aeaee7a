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
    classifyAll: '놓으면 이미지를 분류합니다',
    weights:
      '{$file}: 네트워크의 가중치 파일입니다. 새 학습을 이 가중치로 시작할 수 있고, 평가와 분류는 명령줄에서 할 수 있습니다.',
    startFrom: '이 가중치로 새 학습',
    weightsElse: '{$file}: 여기서 읽을 수 없는 가중치 파일입니다',
    weightsOf: {
      pytorch:
        'PyTorch 파일은 열 때 코드가 실행될 수 있어 열지 않습니다. Python에서 한 번 변환하십시오: from safetensors.torch import save_file; save_file(torch.load("{$file}", map_location="cpu", weights_only=True), "{$name}.safetensors"). 변환한 파일을 놓으면 새 학습을 그 가중치로 시작할 수 있습니다.',
      onnx: 'ONNX에는 층 이름의 규칙이 없습니다. 원본 PyTorch 모델의 state_dict를 safetensors로 저장해 놓아 주십시오.',
      keras:
        'Keras는 층 이름이 다릅니다. 새 학습은 torchvision 이름을 쓰는 safetensors 파일로 시작합니다. 모델의 PyTorch 판에서 state_dict를 safetensors로 저장해 놓아 주십시오.',
      other:
        '새 학습은 torchvision 이름을 쓰는 safetensors 파일로 시작합니다. 모델의 PyTorch 판에서 state_dict를 safetensors로 저장해 놓아 주십시오.',
    },
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
  interruptedRuns: `.input {$others :integer} .match $others
    0 {{{$name} 학습이 중단되었습니다. 마지막 체크포인트까지 학습한 것은 남아 있습니다.}}
    * {{{$name} 외 {$others}개의 학습이 중단되었습니다. 마지막 체크포인트까지 학습한 것은 남아 있습니다.}}`,
  formerData:
    '데이터 폴더가 바뀌었습니다. 학습 기록 {$runs :integer}개와 데이터셋 {$datasets :integer}개는 이전 폴더 {$folder}에 있습니다.',
  moveFormerData: '여기로 옮기기',
  movedFormerData: '학습 기록과 데이터셋 {$moved :integer}개를 옮겼습니다.',
  notMoved: '모두 옮기지는 못했습니다',
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

export const viewer = {
  close: '닫기',
  all: '모든 이미지',
  one: '이미지 한 장',
  previous: '이전',
  next: '다음',
  previousPage: '이전 쪽',
  nextPage: '다음 쪽',
  pictureOf: '{$count}장 중 {$number}번째',
  pageOf: '{$pages}쪽 중 {$page}쪽',
  path: '파일',
  split: '분할',
  predictions: '가장 확률이 높은 클래스',
  place: { train: '학습 이미지 {$number}', validation: '검증 이미지 {$number}', test: '테스트 이미지 {$number}' },
} as const satisfies Translation<typeof english.viewer>;
