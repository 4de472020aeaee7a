import type { Translation } from '../../translation';
import type { readers as english } from '../../en/datasets/readers';

export const readers = {
  tooShort: '{$path} 파일은 IDX 파일이라기에는 너무 짧습니다. 원본에서 다시 복사하십시오.',
  notIdx:
    '{$path} 파일은 IDX 파일이 아닙니다. 00 00 08 0{$rank :josa form=으로} 시작해야 하는데 {$bytes :josa form=으로} 시작합니다. 이름에 맞는 파일인지 확인하십시오.',
  otherType: '{$path} 파일의 값은 {$type}입니다. {$content}의 값은 부호 없는 바이트(유형 08)여야 합니다.',
  types: {
    int8: '부호 있는 바이트',
    int16: '16비트 정수',
    int32: '32비트 정수',
    float32: '32비트 실수',
    float64: '64비트 실수',
  },
  contents: { pictures: '이미지', labels: '레이블' },
  otherRank:
    '{$path} 파일의 배열은 {$rank}차원입니다. {$content} 파일의 배열은 {$ranks :list type=or}차원이어야 합니다. 이미지와 레이블이 뒤바뀌지 않았는지 확인하십시오.',
  holdsNone: '{$path} 파일에 {$content} 데이터가 없습니다. 헤더에 적힌 크기: {$dimensions}.',
  unpacksTooLarge: '{$path} 파일은 풀면 {$size :bytes}입니다. 파일 하나에서 4 GiB까지만 가져올 수 있습니다.',
  noMemory: '{$path} 파일에 메모리 {$size :bytes}가 필요하지만 비어 있지 않습니다.',
  tooManyBytes: '{$path} 파일이 헤더에 적힌 크기({$dimensions})보다 깁니다. 원본에서 다시 복사하십시오.',
  tooFewBytes:
    '{$path} 파일이 중간에 끊겼거나 손상되었습니다. 헤더에는 {$dimensions}바이트라고 적혀 있지만 {$held}. 원본에서 다시 복사하십시오.',
  areThere: '{$count}바이트가 있습니다',
  farFewer: '파일에 들어 있을 수 있는 것은 훨씬 적습니다',
  gzipCutOff: '{$path} 파일이 중간에 끊겨 gzip 데이터가 너무 일찍 끝납니다. 원본에서 다시 복사하십시오.',
  gzipDamaged: '{$path} 파일이 손상되어 gzip 데이터를 풀 수 없습니다. 원본에서 다시 복사하십시오.',
  severalDatasets: '{$folder}에 데이터셋이 여럿 있습니다. 그 파일들: {$names}. 원하는 데이터셋의 파일을 선택하십시오.',
  missingPart: '{$role} 파일이 없습니다. 있는 것: {$found}. 그 옆에 {$expected}(또는 .gz가 붙은 파일)이 있어야 합니다.',
  roles: {
    trainImages: '학습용 이미지',
    trainLabels: '학습용 레이블',
    testImages: '테스트용 이미지',
    testLabels: '테스트용 레이블',
  },
  otherShape: '{$path}의 이미지는 {$shape}인데 {$other}의 이미지는 {$another}입니다. 서로 맞지 않는 파일입니다.',
  notThere: '{$path} 파일이 없습니다.',
  tooLargePictures: '{$path}의 이미지는 {$height} x {$width}입니다. {$side} x {$limit}까지만 가져올 수 있습니다.',
  otherChannels: '{$path}의 이미지는 채널이 {$channels}개입니다. 1개(흑백) 또는 3개(빨강, 초록, 파랑)여야 합니다.',
  countsDisagree:
    '{$folder}의 개수가 서로 맞지 않습니다. {$images}에는 이미지가 {$pictures}장, {$file}에는 레이블이 {$answers}개 있습니다. 둘 다 원본에서 다시 복사하십시오.',
  labelBeyond: '{$path}에 레이블 {$label :josa form=이} 있지만, 클래스는 0에서 {$last}까지 {$count}개입니다.',
  labelBeyondDamaged:
    '{$path}에 레이블 {$label :josa form=이} 있지만, 클래스는 0에서 {$last}까지 {$count}개입니다. 원본에서 다시 복사하십시오.',
  oneClass: '{$path}에는 클래스가 하나뿐입니다. 분류하려면 둘 이상이 필요합니다.',
  labelUnused:
    '{$path}에 클래스 {$label}("{$name}")의 이미지가 없습니다. 레이블은 0부터 {$last}까지 있어야 하며, 각각 이미지가 한 장 이상이어야 합니다.',
  wrongRecords:
    '{$path} 파일이 중간에 끊겼거나 {$name} 파일이 아닙니다. {$bytes}바이트는 {$record}바이트 레코드로 나누어떨어지지 않습니다. 원본에서 다시 복사하십시오.',
  otherPickle:
    '{$path :josa form=은} {$name} 파일이 아닙니다. 있는 것: {$found}. data와 {$wanted :josa form=이} 있어야 합니다.',
  labelsDisagree:
    '{$path} 파일이 손상되었습니다. 레이블은 {$labels}개인데 픽셀은 {$bytes}바이트입니다. 원본에서 다시 복사하십시오.',
  noClassNames: '{$path}에 {$name} 클래스의 이름이 없습니다.',
  noClassNumber: '{$path} 파일이 손상되었습니다. 레이블 하나가 클래스 번호가 아닙니다. 원본에서 다시 복사하십시오.',
  noCifar: '{$place}에는 CIFAR 파일이 없습니다.',
  missingFile: '{$name}에 있어야 할 {$file} 파일이 없습니다.',
  missingTraining: '{$place}에 {$name} 학습용 이미지가 없습니다. 있어야 할 파일: {$files}.',
  otherNames: '{$path}에 이름이 {$names}개 있지만, {$name} 클래스는 {$classes}개입니다.',
  repeatedClass:
    '{$path}의 {$line}번째 줄에 클래스 "{$name}"{$name :particle form=이} 다시 나옵니다. 클래스마다 다른 이름을 붙이십시오.',
  emptyLine: '{$path}의 {$line}번째 줄이 비어 있습니다. 한 줄에 클래스 이름을 하나씩 적으십시오.',
  longLine: '{$path}의 {$line}번째 줄이 {$limit}자보다 깁니다. 줄이십시오.',
  tableTooLarge: '{$name} 파일이 512 MiB보다 큽니다. 나누십시오.',
  tableUnreadable: '{$name} 파일을 표로 읽을 수 없습니다. {$reason}. 해당하는 줄을 고치십시오.',
  noTable: '{$place}에는 이미지 표가 없습니다.',
  tableOtherEncoding:
    '{$name} 파일의 일부는 {$encoding} 텍스트가 아닙니다. UTF-8로 저장하거나 다른 인코딩을 고르십시오.',
  tableTooLong: '{$name} 파일의 행이 {$limit :integer}개보다 많습니다. 나누십시오.',
  tableTooWide: '{$name} 파일에 열이 {$limit :integer}개보다 많은 행이 있습니다. 필요 없는 열을 빼십시오.',
  tableLongRow:
    '{$name} 파일에 {$limit :integer}자보다 긴 행이 있습니다. 닫히지 않은 따옴표가 있을 수 있습니다. 필요 없는 열을 빼거나 그 행을 고치십시오.',
  tooManyClasses:
    '{$name} 파일의 {$column} 열에 서로 다른 값이 {$limit :integer}개보다 많아 클래스일 수 없습니다. 다른 열을 고르십시오.',
  noColumn: '{$name} 파일에 "{$column}" 열이 없습니다. 있는 열:{$columns :lines}',
  column: '{$name}: {$values}',
  emptyColumn: '{$name}(비어 있음)',
  moreColumns: '그 밖에 {$count}개',
  whichColumn: {
    path: '{$place}의 표에서 어느 열이 이미지를 가리키는지 알 수 없습니다. 다음 중에서 고르십시오.{$columns :lines}',
    label: '{$place}의 표에서 어느 열이 클래스인지 알 수 없습니다. 다음 중에서 고르십시오.{$columns :lines}',
  },
  noFold: '{$name} 파일에 검증에 쓸 폴드 {$fold :josa form=이} 없습니다. 있는 폴드: {$folds}.',
  noFolds: '{$name} 파일에 폴드 열이 없어 폴드 {$fold :josa form=으로} 검증할 수 없습니다.{$folds}',
  foldsAreNoSplit:
    '{$column} 열은 교차 검증의 폴드({$folds})이므로 분할로 쓰지 않습니다. 그중 하나를 검증용으로 고를 수 있습니다.',
  columnIsNoSplit: '{$column} 열은 분할로 쓰지 않았습니다. 값이 {$values}인데 train, val, test 중 하나여야 합니다.',
  tableWithoutLabels: '{$name} 파일에는 클래스 열이 없어 그 이미지를 제외합니다.',
  anotherTable: '{$name} 파일은 읽지 않았습니다. 다른 표에 이미지 목록이 있습니다. 이 표를 쓰려면 따로 가져오십시오.',
  foundBy: {
    tail: '다른 위치의 경로 {$count}개를 경로의 끝부분으로 찾았습니다. 예: {$path} → {$file}.',
    name: '경로 {$count}개를 파일 이름만으로 찾았습니다. 예: {$path} → {$file}.',
    case: '이름 {$count}개는 표에 적힌 대소문자가 다릅니다. 예: {$path} → {$file}.',
    ending: '이름 {$count}개는 표에 확장자가 없습니다. 예: {$path} → {$file}.',
    'other-ending': '이름 {$count}개는 표에 적힌 확장자가 다릅니다. 예: {$path} → {$file}.',
  },
  rowAmbiguous: '{$path :josa form=이} 가리킬 수 있는 파일이 {$count}개입니다: {$files}. 경로를 더 길게 적으십시오.',
  rowOfNoClass: '값이 1인 클래스 열이 없습니다.',
  rowOfSeveralClasses: '값이 1인 클래스 열이 여럿입니다: {$classes}.',
  tableOfOneClass:
    '{$name} 파일의 이미지는 모두 한 클래스 "{$class}"({$count}장)인데, 분류하려면 둘 이상이 필요합니다. 행마다 pictures/one.jpg,cat처럼 경로와 클래스가 있어야 합니다. 아니면 다른 열을 고르십시오.',
  workbook:
    '{$name} 파일은 통합 문서라서 읽지 않습니다. 시트를 CSV로(Excel에서는 다른 이름으로 저장, CSV UTF-8) 이미지 옆에 저장한 뒤 가져오십시오.',
  tooLargeFile:
    '{$name} 파일이 {$limit :bytes}보다 큽니다. 이런 파일은 그렇게 클 수 없으니 이름에 맞는 파일인지 확인하십시오.',
  setTooLarge: '{$place}에 있는 {$name} 파일들이 모두 합해 {$limit :bytes}보다 큽니다. 일부만 가져오십시오.',
  idxExpandsTooFar:
    '{$path} 파일은 풀면 크기가 {$ratio}배를 넘는다고 적혀 있는데, 이미지는 그렇게 되지 않습니다. 믿을 수 있는 파일이면 직접 풀어서 가져오십시오.',
  rowIncomplete: '경로나 레이블이 없습니다.',
  rowWithoutPicture: '{$path :josa form=을} 가리키지만 그 파일이 없습니다.',
  rowOfOtherSplit: '분할이 "{$split}"입니다. train, val, test 중 하나여야 합니다.',
  tableWithoutPictures:
    '{$name :josa form=이} 가리키는 이미지가 하나도 없습니다. 첫 줄: {$row}. pictures/one.jpg,cat처럼 표에서 시작하는 경로가 있어야 합니다.',
  noRow: '없음',
} as const satisfies Translation<typeof english>;
