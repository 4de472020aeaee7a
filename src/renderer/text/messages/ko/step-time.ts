import { formatCount } from '../../format';
import type { Messages } from '../en';

const millis = (value: number) => `${value < 10 ? Number(value.toFixed(1)) : formatCount(value)} ms`;

export const stepTime: Messages['stepTime'] = {
  title: '스텝 시간',
  file: (run) => `${run} 스텝 시간`,
  total: (value) => `스텝당 ${millis(value)}`,
  loading: (value) => `불러오기 ${millis(value)}`,
  step: (value) => `계산 ${millis(value)}`,
  rest: (value) => `기타 ${millis(value)}`,
  note: '최근 20스텝의 평균입니다. 불러오기는 다음 배치를 기다린 시간이고, 기타는 층 측정, 평가, 체크포인트 저장과 보고에 쓴 시간입니다.',
  epoch: (epoch, done, steps) => `에폭 ${formatCount(epoch)}: ${formatCount(steps)}스텝 중 ${formatCount(done)}`,
  epochLabel: '에폭 진행',
  gpuMemory: (bytes) => `GPU 메모리 ${bytes}`,
  memory: (bytes) => `학습 프로세스 메모리 ${bytes}`,
};
