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
  missingFrom: {
    train: '클래스 "{$name}"에 학습용 이미지가 없습니다. 네트워크가 배울 수 없어 이 클래스의 이미지는 모두 틀립니다.',
    validation: '클래스 "{$name}"에 검증용 이미지가 없습니다. 검증 오류율이 이 클래스를 반영하지 않습니다.',
    test: '클래스 "{$name}"에 테스트용 이미지가 없습니다. 테스트 오류율이 이 클래스를 반영하지 않습니다.',
  },
  calledLikeSplit:
    '클래스 "{$name}"의 이름이 분할 이름과 같습니다. 분할이라면 폴더나 분할 열의 이름을 train, val, test로 지정하십시오.',
  imbalance:
    '클래스 "{$name}"의 이미지는 {$count}장, "{$other}"의 이미지는 {$few}장으로 {$ratio}배입니다. 네트워크가 큰 클래스 쪽으로 치우칩니다.',
  losesColour:
    '이미지 {$total :integer}장 중 {$count :integer}장이 색을 잃습니다. 표본이 모두 흑백이었기 때문입니다. 3채널로 가져오거나(--channels 3), 흑백을 원하면 1채널로 가져오십시오(--channels 1).',
  emptyClass: '클래스 "{$name}"에는 읽을 수 있는 이미지가 없어 제외했습니다.',
} as const satisfies Translation<typeof english>;
