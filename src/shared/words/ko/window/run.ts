import type * as english from '../../en/window/run';
import type { Translation } from '../../translation';

export const run = {
  states: {
    queued: '대기 중',
    preparing: '준비 중',
    training: '학습 중',
    paused: '일시 정지',
    stopping: '중지하는 중',
    finished: '완료',
    stopped: '중지됨',
    interrupted: '중단됨',
    failed: '실패',
    damaged: '손상됨',
  },
  recipe: `.input {$changes :integer} .match $changes
    0 {{레시피 {$name}}}
    * {{레시피 {$name}({$changes}개 변경)}}`,
  batch: '배치 {$batch}',
  rate: '학습률 {$rate}',
  schedules: {
    step: '계단 스케줄',
    plateau: '정체 시 감소 스케줄',
    cosine: '코사인 스케줄',
    constant: '일정한 학습률',
  },
  shortcut: '지름길 연결 {$option}',
  firstStride: '병목의 스트라이드를 첫 1×1에 적용',
  identities: '블록을 항등으로 시작',
  seed: '시드 {$seed}',
  nextRate: {
    grows: '스텝 {$step :integer}까지 증가',
    untilError: '학습 오류율이 {$error}보다 낮아질 때까지',
    stays: '그대로 유지',
    falls: '스텝 {$step :integer}까지 0으로 감소',
    stalls: '검증 오류율이 정체되면 감소',
    from: '스텝 {$step :integer}부터 {$rate}',
    untilEnd: '끝까지',
  },
} as const satisfies Translation<typeof english.run>;

export const keep = {
  checkpoints: '체크포인트',
  disk: '디스크 최대 {$bytes}',
  every: '저장 간격',
  epochs: '에폭',
  minutes: '에폭 도중 저장 간격',
  minutesUnit: '분',
  minutesHint: '갑자기 꺼져도 잃는 시간의 상한, 0이면 에폭 끝에만 저장',
  everyHint: '마지막과 최적 외에 추가로 저장, 0이면 없음',
  kept: '최근 것 유지 개수',
  keptHint: '0이면 모두 유지',
  pause: '일시 정지',
  goOn: '계속',
  notPaused: '학습을 일시 정지하지 못했습니다',
  notContinued: '학습을 계속하지 못했습니다',
  branch: '분기',
  branches: '{$name}의 {$checkpoint} 가중치에서 시작합니다',
  notBranched: '{$name}에서 분기하지 못했습니다',
  branched: '{$name}의 체크포인트 {$checkpoint}에서 분기',
  branchedAtStep: '{$name}의 체크포인트 {$checkpoint}(스텝 {$step})에서 분기',
  takeOver: '이 실행을 넘겨받을까요?',
  takeOverAction: '넘겨받아 이어서 학습',
  takeOverText:
    '그 기기나 컨테이너가 정말 없어졌을 때만 넘겨받으십시오. 두 프로세스가 같은 실행을 동시에 학습하면 결과가 망가집니다.',
  further: '더 학습',
  furtherAction: '더 학습',
  furtherText: '이 학습은 {$epochs :number}에폭입니다. 끝난 곳에서 이어서, 새 길이에 맞춘 학습률 스케줄로 학습합니다.',
  furtherEpochs: '전체 에폭',
} as const satisfies Translation<typeof english.keep>;

export const queue = {
  title: '대기열',
  note: '학습 {$count :integer}개가 차례를 기다리고 있습니다',
  steps: '{$count}스텝',
  up: '위로',
  upOf: '{$name} 위로 옮기기',
  down: '아래로',
  downOf: '{$name} 아래로 옮기기',
  startNow: '지금 시작',
  startNowOf: '{$name} 지금 시작하기. 진행 중인 학습은 체크포인트를 저장하고 중지했다가 나중에 이어집니다',
  startNowHint: '진행 중인 학습은 체크포인트를 저장하고 중지했다가 바로 다음에 이어집니다',
  cancel: '취소',
  cancelOf: '{$name} 대기열에서 빼기',
  moved: '{$name}: 대기열 {$count}개 중 {$place}번째입니다.',
  cancelled: '{$name}: 대기열에서 뺐습니다.',
  added: '{$name}: 대기열 {$place}번째로 추가했습니다.',
  add: '대기열에 추가',
  start: '학습 시작',
  waits: `.input {$place :integer} .match $place
    1 {{다음 차례입니다}}
    * {{대기열 {$place}번째에서 기다리고 있습니다}}`,
  training: '지금 학습 중: {$name}',
  watch: '보기',
  notChanged: '대기열을 바꾸지 못했습니다',
  notStarted: '학습을 시작하지 못했습니다',
  notRead: '대기열을 읽지 못했습니다',
} as const satisfies Translation<typeof english.queue>;

export const standing = {
  changed: '이 학습을 만든 뒤에 데이터셋 "{$dataset}"의 내용이 바뀌었습니다.',
  gone: '데이터셋 "{$dataset}"{$dataset :particle form=이} 더 이상 저장되어 있지 않습니다.',
  notResumed: '이어서 학습할 수 없으니 새로 학습을 시작하십시오.',
} as const satisfies Translation<typeof english.standing>;
