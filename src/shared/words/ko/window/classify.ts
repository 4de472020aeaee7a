import { formatCount } from '../../format';
import type { Messages } from '../en';

export const classify: Messages['classify'] = {
  title: '분류',
  note: '직접 학습한 네트워크로 내 사진을 분류합니다',
  clear: '비우기',
  saveCsv: 'CSV로 저장',
  choosePictures: '사진 선택',
  network: '네트워크',
  notTested: '아직 테스트하지 않음',
  testError: (error) => `테스트 오류율 ${error}`,
  results: '결과',
  summary: (done, unread, waiting) => {
    const pictures = `사진 ${formatCount(done)}장`;
    if (waiting > 0) return `${pictures}, ${formatCount(waiting)}장 남음`;
    return unread > 0 ? `${pictures}, 그중 ${formatCount(unread)}장은 읽지 못함` : pictures;
  },
  classifying: (count) => `사진 ${formatCount(count)}장을 분류하는 중`,
  drop: '여기에 사진을 놓으십시오',
  dropText:
    '네트워크가 보는 모습 그대로, 가장 가능성이 높은 클래스 다섯 개와 함께 보여 줍니다. 사진은 이 컴퓨터에만 남습니다.',
  noNetwork: '학습한 네트워크가 아직 없습니다',
  noNetworkText:
    '학습 중에 첫 체크포인트가 저장되면 바로 분류할 수 있습니다. 먼저 네트워크를 학습한 다음 여기에 사진을 놓으십시오.',
  goToTrain: '학습 화면으로',
  noDialog: '대화 상자를 열지 못했습니다',
  noPicture: '사진 없음',
  asSeen: (name) => `${name}, 네트워크가 본 모습`,
};
