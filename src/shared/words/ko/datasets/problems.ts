import type { Translation } from '../../translation';
import type { problems as english } from '../../en/datasets/problems';

export const problems = {
  similar: {
    plain: '비슷해 보이는 이미지: {$picture}.',
    classes: '비슷해 보이는 이미지: {$picture}. 클래스가 "{$one}", "{$other}"로 다릅니다.',
    splits: '비슷해 보이는 이미지: {$picture}. 분할이 {$split}, {$another}로 다릅니다.',
    both: '비슷해 보이는 이미지: {$picture}. 클래스가 "{$one}", "{$other}"로, 분할이 {$split}, {$another}로 다릅니다.',
  },
  same: {
    plain: '같은 이미지: {$picture}.',
    classes: '같은 이미지: {$picture}. 클래스가 "{$one}", "{$other}"로 다릅니다.',
    splits: '같은 이미지: {$picture}. 분할이 {$split}, {$another}로 다릅니다.',
    both: '같은 이미지: {$picture}. 클래스가 "{$one}", "{$other}"로, 분할이 {$split}, {$another}로 다릅니다.',
  },
  fewPictures: '클래스 "{$name}"의 이미지가 {$count}장뿐입니다.',
  imbalance:
    '클래스 "{$name}"의 이미지는 {$count}장, "{$other}"의 이미지는 {$few}장으로 {$ratio}배입니다. 네트워크가 큰 클래스 쪽으로 치우칩니다.',
  emptyClass: '클래스 "{$name}"에는 읽을 수 있는 이미지가 없어 제외했습니다.',
} as const satisfies Translation<typeof english>;
