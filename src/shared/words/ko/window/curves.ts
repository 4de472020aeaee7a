import type * as english from '../../en/window/curves';
import type { Translation } from '../../translation';

export const curves = {
  quantities: { error: '오류율', top5: 'Top-5', loss: '손실', rate: '학습률' },
  titles: { error: 'Top-1 오류율', top5: 'Top-5 오류율', loss: '손실', rate: '학습률' },
  top5File: '{$run} Top-5 오류율',
  rateFile: '{$run} 학습률',
  descriptions: {
    error: '학습 및 검증 오류율',
    top5: '검증 Top-5 오류율',
    loss: '학습 및 검증 손실',
    rate: '학습률, 계획과 실제',
  },
  by: '{$axis}별 {$what}',
  lines: {
    error: { each: '학습 오류율, 스텝별', smoothed: '학습 오류율, 평활화', validation: '검증 오류율' },
    top5: { validation: '검증 Top-5 오류율' },
    loss: { each: '학습 손실, 스텝별', smoothed: '학습 손실, 평활화', validation: '검증 손실' },
  },
  plannedRate: '계획한 학습률',
  followedRate: '학습률',
  checkpoints: { best: '최적', last: '마지막' },
  flagsAt: '체크포인트 스텝 {$steps}',
  axis: '가로축',
  smoothing: '평활화',
  smoothingOf: `.input {$steps :integer} .match $steps
    0 {{없음}}
    1 {{없음}}
    * {{{$steps}스텝}}`,
  explore:
    '곡선의 값: 좌우 화살표로 읽고, 위아래 화살표로 확대하거나 축소하며, Shift와 함께 이동하고, Esc로 전체를 봅니다',
  hint: '휠 또는 끌기: 확대. Shift와 끌기: 이동. 두 번 클릭: 전체. 키보드: 화살표, +와 -, Esc',
  whole: '전체',
  wholeLabel: '축 전체 보기',
  notRemembered: '곡선 표시 방식을 기억하지 못했습니다',
} as const satisfies Translation<typeof english.curves>;

export const charts = {
  notSaved: '차트를 저장하지 못했습니다',
  notDrawn: '차트를 그리지 않았습니다.',
  notDrawnYet: '차트를 아직 그리지 않았습니다.',
  noCanvas: '차트를 그릴 캔버스가 없습니다',
  notWritten: '차트를 파일로 쓰지 못했습니다',
  showData: '{$title} 데이터 보기',
  data: '데이터',
  savePng: '{$title} PNG로 저장',
  saveSvg: '{$title} SVG로 저장',
  saveCsv: '{$title} CSV로 저장',
  logScale: '로그 눈금',
  log: '로그',
} as const satisfies Translation<typeof english.charts>;

export const overlay = {
  label: '겹쳐 보기',
  none: '없음',
  twin: '{$name}(짝)',
  of: '{$name}, 에폭 {$epoch}',
} as const satisfies Translation<typeof english.overlay>;

export const stepTime = {
  title: '스텝 시간',
  file: '{$run} 스텝 시간',
  total: '스텝당 {$millis} ms',
  loading: '불러오기 {$millis} ms',
  step: '계산 {$millis} ms',
  rest: '기타 {$millis} ms',
  note: '최근 20스텝의 평균입니다. 불러오기는 다음 배치를 기다린 시간이고, 기타는 층 측정, 평가, 체크포인트 저장과 보고에 쓴 시간입니다.',
  epoch: '에폭 {$epoch :integer}: {$steps :integer}스텝 중 {$done :integer}',
  epochLabel: '에폭 진행',
  gpuMemory: 'GPU 메모리 {$bytes}',
  memory: '학습 프로세스 메모리 {$bytes}',
} as const satisfies Translation<typeof english.stepTime>;
