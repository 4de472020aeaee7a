import { formatCount } from '../../format';
import type { Messages } from '../en';

export const run: Messages['run'] = {
  states: {
    queued: '대기 중',
    preparing: '준비 중',
    training: '학습 중',
    paused: '일시 정지',
    stopping: '멈추는 중',
    finished: '완료',
    stopped: '멈춤',
    interrupted: '중단됨',
    failed: '실패',
    damaged: '손상됨',
  },
  recipe: (name, changes) => (changes > 0 ? `레시피 ${name}(${formatCount(changes)}개 변경)` : `레시피 ${name}`),
  batch: (batch) => `배치 ${batch}`,
  rate: (rate) => `학습률 ${rate}`,
  schedules: {
    step: '계단 스케줄',
    plateau: '정체 시 감소 스케줄',
    cosine: '코사인 스케줄',
    constant: '일정한 학습률',
  },
  shortcut: (option) => `지름길 연결 ${option}`,
  firstStride: '병목의 스트라이드를 첫 1×1에 적용',
  identities: '블록을 항등으로 시작',
  seed: (seed) => `시드 ${seed}`,
  nextRate: {
    grows: (step) => `스텝 ${formatCount(step)}까지 증가`,
    untilError: (error) => `학습 오류율이 ${error}보다 낮아질 때까지`,
    stays: '그대로 유지',
    falls: (step) => `스텝 ${formatCount(step)}까지 0으로 감소`,
    stalls: '검증 오류율이 정체되면 감소',
    from: (rate, step) => `스텝 ${formatCount(step)}부터 ${rate}`,
    untilEnd: '끝까지',
  },
};
