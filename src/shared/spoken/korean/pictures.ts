/** Of single pictures, and of what may be wrong with many together. */
export const pictures = {
  '{name} is damaged: it cannot be decoded. Copy it from its source again.':
    '{name} 사진이 손상되어 디코딩할 수 없습니다. 원본에서 다시 복사하십시오.',
  '{name} has {width} x {height} pixels, more than 100 megapixels. Save it as a smaller picture.':
    '{name} 사진은 {width} x {height} 픽셀로 1억 픽셀을 넘습니다. 더 작은 사진으로 저장하십시오.',
  '{name} is damaged: a checksum in it is wrong. Copy it from its source again.':
    '{name} 사진이 손상되었습니다. 체크섬이 맞지 않습니다. 원본에서 다시 복사하십시오.',
  '{name} is damaged: it says that it has no pixels.': '{name} 사진이 손상되었습니다. 픽셀이 없다고 적혀 있습니다.',
  '{name} is not a picture but a text file. Expected {formats}.':
    '{name}은(는) 사진이 아니라 텍스트 파일입니다. 쓸 수 있는 형식: {formats}.',
  '{name} is not a picture but of another kind, or damaged. Expected {formats}.':
    '{name}은(는) 사진이 아니라 다른 종류의 파일이거나 손상되었습니다. 쓸 수 있는 형식: {formats}.',
  '{name} is cut off: the end of the {format} picture is missing. Copy it again.':
    '{name}이(가) 중간에 끊겼습니다. {format} 사진의 끝이 없습니다. 다시 복사하십시오.',
  '{name} is a folder. Choose the pictures in it.': '{name}은(는) 폴더입니다. 그 안의 사진을 선택하십시오.',
  '{name} is empty. Copy it from its source again.': '{name}이(가) 비어 있습니다. 원본에서 다시 복사하십시오.',
  '{name} is larger than 1 GiB. Save it as a smaller picture.':
    '{name}이(가) 1 GiB보다 큽니다. 더 작은 사진으로 저장하십시오.',
  'There are no pictures in this folder.': '이 폴더에는 사진이 없습니다.',
  'There is no such file.': '그런 파일이 없습니다.',
  'It cannot be read ({code}).': '읽을 수 없습니다({code}).',

  '{file}, picture {index}': '{file}, {index}번째 사진',
  '{file}, row {row}': '{file}, {row}번째 줄',
  'It looks like {picture}.': '비슷해 보이는 사진: {picture!}.',
  'It looks like {picture}: in "{one}" and "{other}".':
    '비슷해 보이는 사진: {picture!}. 클래스가 "{one}", "{other}"로 다릅니다.',
  'It looks like {picture}: in {split} and {another}.':
    '비슷해 보이는 사진: {picture!}. 분할이 {split!}, {another!}로 다릅니다.',
  'It looks like {picture}: in "{one}" and "{other}", {split} and {another}.':
    '비슷해 보이는 사진: {picture!}. 클래스가 "{one}", "{other}"로, 분할이 {split!}, {another!}로 다릅니다.',
  'It is the same picture as {picture}.': '같은 사진: {picture!}.',
  'It is the same picture as {picture}: in "{one}" and "{other}".':
    '같은 사진: {picture!}. 클래스가 "{one}", "{other}"로 다릅니다.',
  'It is the same picture as {picture}: in {split} and {another}.':
    '같은 사진: {picture!}. 분할이 {split!}, {another!}로 다릅니다.',
  'It is the same picture as {picture}: in "{one}" and "{other}", {split} and {another}.':
    '같은 사진: {picture!}. 클래스가 "{one}", "{other}"로, 분할이 {split!}, {another!}로 다릅니다.',
  'The class "{name}" has {count} picture.': '클래스 "{name}"의 사진이 {count}장뿐입니다.',
  'The class "{name}" has {count} pictures.': '클래스 "{name}"의 사진이 {count}장뿐입니다.',
  'The class "{name}" has {count} pictures, "{other}" has {few}: {ratio} times as many. The network will favour the larger class.':
    '클래스 "{name}"의 사진은 {count}장, "{other}"의 사진은 {few}장으로 {ratio}배입니다. 네트워크가 큰 클래스 쪽으로 치우칩니다.',
  'The class "{name}" has no picture that can be read, and is left out.':
    '클래스 "{name}"에는 읽을 수 있는 사진이 없어 제외했습니다.',
};
