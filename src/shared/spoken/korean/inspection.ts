/** Of what is asked about a trained network: evaluation, classes of pictures, layers, reports. */
export const inspection = {
  'The dataset "{name}" has no pictures in its {split} split. Choose another one.':
    '데이터셋 "{name}"의 {split!} 분할에 사진이 없습니다. 다른 분할을 고르십시오.',
  'The network takes pictures of {expected}, and those of the dataset "{name}" are {found}. Import them in that size.':
    '네트워크는 {expected} 사진을 받는데 데이터셋 "{name}"의 사진은 {found}입니다. 그 크기로 가져오십시오.',
  'The network does not know the class "{class}" of the dataset "{name}". Its classes are {known}: rename or leave out what differs when the dataset is imported.':
    '네트워크가 데이터셋 "{name}"의 클래스 "{class}"을(를) 모릅니다. 네트워크의 클래스: {known}. 데이터셋을 가져올 때 다른 클래스의 이름을 바꾸거나 제외하십시오.',
  'The run was trained on since it was evaluated. Evaluate it again.':
    '평가한 뒤에 학습이 더 진행되었습니다. 다시 평가하십시오.',
  '{network} has no layer "{layer}".': '{network}에 층 "{layer}"이(가) 없습니다.',
  '{label} has {width} × {height} pixels, and the network takes {columns} × {rows}: choose a picture from a file, which is fitted to it.':
    '{label} 사진은 {width} × {height} 픽셀인데 네트워크는 {columns} × {rows} 픽셀을 받습니다. 크기를 맞추어 주는 파일의 사진을 고르십시오.',
  'The studio is closing.': '프로그램을 닫는 중입니다.',
  'A step cannot be timed while {name} trains: both would be slower. Wait until it has ended.':
    '{name}이(가) 학습하는 동안에는 스텝 시간을 잴 수 없습니다. 둘 다 느려집니다. 끝날 때까지 기다리십시오.',
  'Run {run} cannot be reported: {message}': '학습 기록 {run}의 보고서를 만들 수 없습니다. {message!}',
  'it is damaged.': '손상되었습니다.',
  'There is a file {path} already. Choose another name, or delete it first.':
    '{path} 파일이 이미 있습니다. 다른 이름을 고르거나 먼저 삭제하십시오.',
};
