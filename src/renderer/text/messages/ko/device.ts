import type { Messages } from '../en';

export const device: Messages['device'] = {
  title: '장치',
  unusable: '학습할 수 없습니다',
  unknown: '알 수 없음',
  name: (name) => (name === 'No device' ? '장치 없음' : name.replace(/^CPU, (\d+) cores?$/, 'CPU, 코어 $1개')),
  looking: '찾는 중',
  trainsOn: '학습 장치',
  notUsable: '사용 불가',
  gpuLibrary: 'GPU 라이브러리',
  noGpuLibrary: '없음, CPU용 빌드',
  memory: '학습에 쓸 메모리',
  computeOn: '계산 장치',
  asFound: 'TensorFlow가 고르는 대로',
  gpu: (index, name, driver) => `GPU ${index}: ${name}, 드라이버 ${driver}`,
  fromNow: '지금부터 시작하는 학습에 적용됩니다',
  notChanged: '장치를 바꾸지 못했습니다',
  lookAgain: '다시 찾기',
};
