import { formatCount } from '../../format';
import type { Messages } from '../en';

export const curves: Messages['curves'] = {
  quantities: { error: '오류율', top5: '상위 5', loss: '손실', rate: '학습률' },
  titles: { error: '상위 1 오류율', top5: '상위 5 오류율', loss: '손실', rate: '학습률' },
  top5File: (run) => `${run} 상위 5 오류율`,
  rateFile: (run) => `${run} 학습률`,
  descriptions: {
    error: '학습 및 검증 오류율',
    top5: '검증 상위 5 오류율',
    loss: '학습 및 검증 손실',
    rate: '학습률, 계획과 실제',
  },
  by: (what, axis) => `${axis}별 ${what}`,
  lines: {
    error: { each: '학습 오류율, 스텝별', smoothed: '학습 오류율, 평활', validation: '검증 오류율' },
    top5: { validation: '검증 상위 5 오류율' },
    loss: { each: '학습 손실, 스텝별', smoothed: '학습 손실, 평활', validation: '검증 손실' },
  },
  plannedRate: '계획한 학습률',
  followedRate: '학습률',
  checkpoints: { best: '최고', last: '마지막' },
  flagsAt: (steps) => `체크포인트 스텝 ${steps}`,
  axis: '가로축',
  smoothing: '평활',
  smoothingOf: (steps) => (steps <= 1 ? '없음' : `${formatCount(steps)}스텝`),
  explore:
    '곡선의 값: 좌우 화살표로 읽고, 위아래 화살표로 확대하거나 축소하며, Shift와 함께 이동하고, Esc로 전체를 봅니다',
  hint: '휠 또는 끌기: 확대. Shift와 끌기: 이동. 두 번 클릭: 전체. 키보드: 화살표, +와 -, Esc',
  whole: '전체',
  wholeLabel: '축 전체 보기',
  notRemembered: '곡선 표시 방식을 기억하지 못했습니다',
};
