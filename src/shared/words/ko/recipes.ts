import type { recipes as english } from '../en/recipes';
import type { Translation } from '../translation';

export const recipes = {
  paper: {
    title: '논문, 임의의 길이',
    note: '논문 4.2절의 설정을 임의의 길이에 적용합니다. 절반이 지나면 학습률을 10분의 1로, 4분의 3이 지나면 다시 10분의 1로 낮춥니다.',
  },
  slides: {
    title: '슬라이드',
    note: '논문 발표 슬라이드의 설정입니다. 배치 256, 검증 오류율이 정체되면 학습률을 10분의 1로 낮추고, 가중치 감쇠는 1e-5입니다.',
  },
  'paper-cifar': {
    title: '논문, CIFAR-10',
    note: '논문 4.2절의 설정입니다. 이미지 128장씩 64,000스텝을 학습하며, 32,000스텝과 48,000스텝 뒤에 학습률을 10분의 1로 낮춥니다. 가장 깊은 네트워크들은 학습 오류율이 80%보다 낮아질 때까지 학습률의 10분의 1로 시작합니다.',
  },
  'paper-imagenet': {
    title: '논문, ImageNet',
    note: '논문 3.4절의 설정입니다. 배치 256, 최대 600,000스텝, 검증 오류율이 정체되면 학습률을 10분의 1로 낮춥니다. 논문의 크기 변화 대신 이미지의 일부를 무작위로 쓰며, 색은 논문처럼 바꿉니다.',
  },
  quick: {
    title: '빠르게',
    note: '데이터가 작고 시간이 적을 때 씁니다. 학습률이 처음 20분의 1 동안 커진 다음 코사인 곡선을 따라 내려가며, Nesterov 모멘텀과 논문의 다섯 배인 가중치 감쇠를 씁니다.',
  },
  'fine-tune': {
    title: '미세 조정',
    note: '다른 이미지로 학습한 가중치에 씁니다. 처음부터 학습할 때의 10분의 1인 학습률 0.01로 시작해 10에폭 동안 코사인 곡선을 따라 내려갑니다.',
  },
} as const satisfies Translation<typeof english>;
