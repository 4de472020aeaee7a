import type * as english from '../../en/window/architecture';
import type { Translation } from '../../translation';
import { layerKinds } from '../layer-kinds';

export const architecture = {
  title: '네트워크 구조',
  label: '{$network}의 구조',
  fileName: '{$network} 구조',
  foldAll: '모두 접기',
  unfoldStages: '스테이지 펼치기',
  saved: '구조',
  sum: '가중치 층 {$layers :integer}개, 파라미터 {$parameters :integer}개, 곱셈-덧셈 {$multiplyAdds}',
  memory: '메모리 약 {$bytes}',
  smaller: '− 그림 축소',
  naturalSize: '{$zoom} 원래 크기',
  larger: '+ 그림 확대',
  moment: '{$quantity}, 에폭 {$epoch}, 스텝 {$step :integer}',
  outputHead: '출력',
  parametersHead: '파라미터',
  multiplyAddsHead: '곱셈-덧셈',
  multiplyAddsNote: '이미지 한 장의 곱셈-덧셈 연산 수',
  classes: '클래스 {$count}개',
  colourBy: '색 기준',
  scale: '옅은 색 {$low}부터 짙은 색 {$high}까지',
  logarithmic: '로그 눈금',
  log: '로그',
  notMeasured: '아직 측정하지 않음',
  chooseLayer: '층을 선택하면 수치를 볼 수 있습니다.',
  find: '층 찾기',
  found: '찾은 층',
  noneFound: '그런 이름의 층이 없습니다.',
  fold: '접기',
  unfold: '펼치기',
  stage: '{$id}, 필터 {$filters}개',
  blocks: '블록 {$count :integer}개',
  block: '블록 {$index}',
  averagePool: '전역 평균 풀링',
  kinds: layerKinds,
  together: '{$kinds :list}',
  convolution: `.input {$stride :integer} .match $stride
    1 {{{$kernel}×{$kernel} 합성곱, 채널 {$inputChannels}개에서 {$filters}개로}}
    * {{{$kernel}×{$kernel} 합성곱, 스트라이드 {$stride}, 채널 {$inputChannels}개에서 {$filters}개로}}`,
  gate: '변환 게이트: {$convolution}, 시그모이드 포함',
  projection: '투영 지름길 연결: {$convolution}',
  padded: `.input {$stride :integer} .match $stride
    2 {{지름길 연결, 옵션 A: 한 픽셀씩 건너뛰고 0으로 채운 채널 {$channels}개 추가}}
    * {{지름길 연결, 옵션 A: 모든 픽셀을 쓰고 0으로 채운 채널 {$channels}개 추가}}`,
  pooling: '{$kernel}×{$kernel} 최대 풀링, 스트라이드 {$stride}',
  blockOf: `.input {$convolutions :integer} .match $convolutions
    3 {{합성곱 3개의 병목 블록}}
    * {{합성곱 {$convolutions}개의 블록}}`,
  withShortcut: {
    identity: '{$block}, 항등 지름길 연결',
    padded: '{$block}, 옵션 A 지름길 연결',
    projection: '{$block}, 투영 지름길 연결',
    gated: '하이웨이 층: 합성곱과 그 변환 게이트, 게이트가 붙은 지름길 연결',
  },
  stageOf: '블록 {$blocks :integer}개의 스테이지, 필터 {$filters}개',
  output: '출력 {$shape}',
  parameters: '파라미터 {$count :integer}개',
  multiplyAdds: '곱셈-덧셈 {$amount}',
  quantities: {
    response: { label: '응답', word: '응답', note: '배치 정규화 뒤, 비선형 함수 앞에서 잰 표준편차' },
    gradient: { label: '기울기 노름', word: '기울기 노름', note: '가중치에 대한 손실의 기울기의 노름' },
    weight: { label: '가중치 노름', word: '가중치 노름', note: '가중치의 노름' },
    update: {
      label: '갱신 / 가중치',
      word: '갱신 / 가중치',
      note: '최근 스텝에서 가중치가 바뀐 양을 가중치에 대한 비로 나타낸 값',
    },
    ratio: {
      label: '|F(x)| / |x|',
      word: '|F(x)| / |x|',
      note: '블록이 더하는 값의 크기를, 더해지는 값의 크기와 견준 비',
    },
  },
} as const satisfies Translation<typeof english.architecture>;
