import { formatCount } from '../../format';
import type { Messages } from '../en';

const when = (epoch: number | undefined, step: number) => `에폭 ${epoch}, 스텝 ${formatCount(step)}`;

export const layers: Messages['layers'] = {
  shownLabel: '층에 대해 보여 줄 내용',
  tabs: { responses: '응답', flow: '기울기 흐름', ledger: '블록 장부', layer: '층' },
  noLayer: '층',
  flow: '기울기 흐름',
  ledger: '블록 장부',
  flowFile: (run) => `${run} 기울기 흐름`,
  ledgerFile: (run) => `${run} 블록 장부`,
  when,
  atWhen: when,
  together: (labels) => labels.join(', '),
  flowDescription: (what, count, at) => `층 ${count}개의 ${what}, 깊이 순서, ${at}`,
  ledgerDescription: (what, count, at) => `블록 ${count}개의 ${what}, 깊이 순서, ${at}`,
  quantities: { gradient: '기울기', update: '갱신', weight: '가중치' },
  quantityLabel: '깊이에 따라 보여 줄 값',
  plain: '평범한 네트워크에는 지름길 연결이 없어 F(x)와 견줄 x가 없습니다.',
  notMeasured: '이 시점에는 측정하지 않았습니다.',
  notYet: '층은 몇 스텝이 지난 뒤에 측정됩니다.',
  caption: (what, at) => `${what}, ${at}. 하나를 선택하면 네트워크 구조에 표시됩니다.`,
  layerColumn: '층',
  blockColumn: '블록',
  cosine: '코사인',
  log: '로그',
  detailsOf: (layer) => `${layer} 자세히`,
  figures: { input: '입력', output: '출력', parameters: '파라미터', multiplyAdds: '곱셈-덧셈' },
  historyLabel: '변화를 보여 줄 값',
  history: (quantity, layer, times) => `${layer}의 ${quantity}, 스텝에 따른 변화, 측정 ${times}회`,
  historyOf: (quantity, layer) => `${layer} ${quantity}`,
  weights: '가중치',
  responses: '응답',
  chooseLayer: '네트워크 구조에서 층을 선택하면 여기에 자세한 내용이 나옵니다.',
  histogram: (title, low, high, most) => `${title}: ${low}부터 ${high}까지, 가장 많은 곳은 ${most} 부근`,
  pictures: {
    label: '층이 사진에서 얻는 값',
    title: '활성화 맵',
    needsCheckpoint: '체크포인트로 계산합니다. 첫 체크포인트는 한 에폭이 지난 뒤에 저장됩니다.',
    picture: '사진',
    choose: '사진 선택…',
    orDrop: '또는 여기에 놓기',
    noneChosen: '사진을 선택하지 못했습니다',
    shown: (count, all) =>
      all > count ? `채널 ${formatCount(all)}개 중 ${formatCount(count)}개` : `채널 ${formatCount(all)}개`,
    of: (channels, picture, low, high) => `${picture}: ${channels}, 검은색 ${low}, 흰색 ${high}`,
    weightsOf: (step) => `스텝 ${formatCount(step)}의 가중치`,
    channel: (index) => `채널 ${index}`,
    filter: (index) => `필터 ${index}`,
    mapsOf: (layer) => `${layer} 활성화 맵`,
    filtersOf: (layer) => `${layer} 필터`,
    loading: '네트워크를 불러오는 중입니다…',
    filters: '필터',
    filtersNote: '필터 하나를 그림 하나로 보여 줍니다. 가중치가 0인 곳은 회색입니다.',
  },
  moment: '학습 시점',
  live: '실시간',
  latest: '최근',
  explain: {
    projection: (filters, inputs) =>
      `x의 채널 ${formatCount(inputs)}개를 학습된 가중합 ${formatCount(filters)}개로 바꾸어 F(x)와 같은 모양으로 만듭니다. 그래야 둘을 더할 수 있습니다.`,
    gate: '값마다 새 값과 이전 값을 얼마씩 통과시킬지 정합니다.',
    mixing: (inputs, filters) =>
      `각 위치의 채널 ${formatCount(inputs)}개를 섞어 ${formatCount(filters)}개로 만듭니다. 이웃 픽셀은 보지 않습니다.`,
    patterns: (filters, kernel, inputs, stride) => {
      const moves = stride > 1 ? ` ${stride}픽셀마다 보므로 높이와 너비가 ${stride}분의 1로 줄어듭니다.` : '';
      return `채널 ${formatCount(inputs)}개에 걸친 ${kernel} × ${kernel} 픽셀 무늬 ${formatCount(filters)}가지를 모든 위치에서 찾아, 얼마나 잘 맞는지를 내보냅니다.${moves}`;
    },
    normalization:
      '한 스텝의 사진들에 대해 채널마다 평균을 0, 표준편차를 1로 맞춘 다음, 학습된 두 수로 크기와 위치를 조정합니다.',
    relu: '0보다 큰 값은 그대로 두고 나머지는 0으로 만듭니다. 이것이 없으면 모든 층을 합쳐도 하나의 선형 변환일 뿐입니다.',
    pooling: (kernel, stride) =>
      `${kernel} × ${kernel} 픽셀마다 가장 큰 값만 남깁니다. 높이와 너비가 ${stride}분의 1로 줄어듭니다.`,
    addition: '지름길로 온 x를 F(x)에 더합니다. 블록은 바꿀 것만 학습하면 됩니다.',
    sigmoid: '게이트를 0과 1 사이의 비율로 바꿉니다. 0이면 x를 통과시키고 1이면 새 값을 씁니다.',
    gatedAddition: '게이트가 정한 비율로 새 값과 x를 섞습니다.',
    padded:
      'x를 한 픽셀씩 건너뛰며 고르고 새 채널을 0으로 채워, 가중치 없이 x를 F(x)와 같은 모양으로 만듭니다(옵션 A).',
    averagePooling: '채널마다 사진 전체의 평균을 냅니다. 채널 하나에 수 하나가 남습니다.',
    dense: (inputs, units) =>
      `클래스 ${formatCount(units)}개 각각에 대해 이 수 ${formatCount(inputs)}개의 가중합을 구합니다. 가장 큰 합이 답입니다.`,
    beforeBlocks: '블록들 앞에서 픽셀을 특징으로 바꿉니다.',
    afterBlocks: '블록들 뒤에서 특징을 클래스로 바꿉니다.',
    block: (index, count, stage, work, shortcut) =>
      `${stage}의 블록 ${count}개 중 ${index}번째 블록입니다. ${work} ${shortcut}`,
    turns: (from, to) => `${from} 입력을 ${to} 출력으로 바꿉니다.`,
    refines: (shape) => `모양은 ${shape} 그대로 두고 값을 다듬습니다.`,
    shortcuts: {
      gated: '게이트가 x를 그대로 통과시킬 수도 있습니다.',
      none: '지름길 연결이 없어 모든 것이 층을 거쳐야 합니다.',
      padded: '지름길 연결이 가중치 없이 x를 전달합니다.',
      projection: '지름길 연결이 x를 새 모양으로 투영합니다.',
      identity: '지름길 연결이 x를 그대로 전달하고, 기울기도 줄어들지 않고 되돌아옵니다.',
    },
  },
};
