/** Of the files that describe a dataset: IDX, CIFAR, tables, names of classes. */
export const readers = {
  '{path} is too short to be an IDX file. Copy it from its source again.':
    '{path} 파일은 IDX 파일이라기에는 너무 짧습니다. 원본에서 다시 복사하십시오.',
  '{path} is not an IDX file: it starts with the bytes {bytes}, expected 00 00 08 0{rank}. Check that the file is what its name says.':
    '{path} 파일은 IDX 파일이 아닙니다. 00 00 08 0{rank}(으)로 시작해야 하는데 {bytes}(으)로 시작합니다. 이름에 맞는 파일인지 확인하십시오.',
  '{path} holds {type}; {content} must be unsigned bytes (type 08).':
    '{path} 파일의 값은 {type!}입니다. {content!}의 값은 부호 없는 바이트(유형 08)여야 합니다.',
  'signed bytes': '부호 있는 바이트',
  '16-bit integers': '16비트 정수',
  '32-bit integers': '32비트 정수',
  '32-bit floats': '32비트 실수',
  '64-bit floats': '64비트 실수',
  pictures: '사진',
  labels: '레이블',
  '{path} holds an array of {rank} dimensions; {content} have {ranks}. Check that pictures and labels were not swapped.':
    '{path} 파일의 배열은 {rank}차원입니다. {content!} 파일의 배열은 {ranks}차원이어야 합니다. 사진과 레이블이 뒤바뀌지 않았는지 확인하십시오.',
  '{path} holds an array of {rank} dimensions; {content} have {one} or {other}. Check that pictures and labels were not swapped.':
    '{path} 파일의 배열은 {rank}차원입니다. {content!} 파일의 배열은 {one}차원이나 {other}차원이어야 합니다. 사진과 레이블이 뒤바뀌지 않았는지 확인하십시오.',
  '{path} holds no {content}: its header says {dimensions}.':
    '{path} 파일에 {content!} 데이터가 없습니다. 헤더에 적힌 크기: {dimensions}.',
  '{path} unpacks to {size}; at most 4 GiB can be imported from one file.':
    '{path} 파일은 풀면 {size}입니다. 파일 하나에서 4 GiB까지만 가져올 수 있습니다.',
  '{path} needs {size} of memory, which is not free.': '{path} 파일에 메모리 {size}가 필요하지만 비어 있지 않습니다.',
  '{path} holds more bytes than its header says ({dimensions}). Copy it from its source again.':
    '{path} 파일이 헤더에 적힌 크기({dimensions})보다 깁니다. 원본에서 다시 복사하십시오.',
  '{path} is cut off or damaged: its header says {dimensions} bytes, but {held}. Copy it from its source again.':
    '{path} 파일이 중간에 끊겼거나 손상되었습니다. 헤더에는 {dimensions}바이트라고 적혀 있지만 {held!}. 원본에서 다시 복사하십시오.',
  '{count} are there': '{count}바이트가 있습니다',
  'far fewer can be in the file': '파일에 들어 있을 수 있는 것은 훨씬 적습니다',
  '{path} is cut off: its gzip data ends too early. Copy it from its source again.':
    '{path} 파일이 중간에 끊겨 gzip 데이터가 너무 일찍 끝납니다. 원본에서 다시 복사하십시오.',
  '{path} is damaged: its gzip data cannot be unpacked. Copy it from its source again.':
    '{path} 파일이 손상되어 gzip 데이터를 풀 수 없습니다. 원본에서 다시 복사하십시오.',
  '{folder} holds several datasets, of which {names} are files. Choose a file of the one you want.':
    '{folder}에 데이터셋이 여럿 있습니다. 그 파일들: {names}. 원하는 데이터셋의 파일을 선택하십시오.',
  'The {role} are missing: found {found}; expected {expected} (or with .gz) beside them.':
    '{role!} 파일이 없습니다. 있는 것: {found}. 그 옆에 {expected}(또는 .gz가 붙은 파일)이(가) 있어야 합니다.',
  'train images': '학습용 사진',
  'train labels': '학습용 레이블',
  'test images': '테스트용 사진',
  'test labels': '테스트용 레이블',
  '{path} holds pictures of {shape}, but {other} of {another}. They do not belong together.':
    '{path}의 사진은 {shape}인데 {other}의 사진은 {another}입니다. 서로 맞지 않는 파일입니다.',
  '{path} is not there.': '{path} 파일이 없습니다.',
  '{path} holds pictures of {height} x {width}; at most {side} x {limit} can be imported.':
    '{path}의 사진은 {height} x {width}입니다. {side} x {limit}까지만 가져올 수 있습니다.',
  '{path} holds pictures of {channels} channels; expected 1 (grey) or 3 (red, green, blue).':
    '{path}의 사진은 채널이 {channels}개입니다. 1개(흑백) 또는 3개(빨강, 초록, 파랑)여야 합니다.',
  'The counts disagree in {folder}: {images} holds {pictures} pictures, {file} {answers} labels. Copy both from their source again.':
    '{folder}의 개수가 서로 맞지 않습니다. {images}에는 사진이 {pictures}장, {file}에는 레이블이 {answers}개 있습니다. 둘 다 원본에서 다시 복사하십시오.',
  '{path} holds the label {label}, but there are {count} classes, 0 to {last}.':
    '{path}에 레이블 {label}이(가) 있지만, 클래스는 0에서 {last}까지 {count}개입니다.',
  '{path} holds the label {label}, but there are {count} classes, 0 to {last}. Copy it from its source again.':
    '{path}에 레이블 {label}이(가) 있지만, 클래스는 0에서 {last}까지 {count}개입니다. 원본에서 다시 복사하십시오.',
  '{path} holds one class only; a classifier needs two or more.':
    '{path}에는 클래스가 하나뿐입니다. 분류하려면 둘 이상이 필요합니다.',
  '{path} holds no picture of class {label} ("{name}"). Labels must count from 0 to {last}, each with at least one picture.':
    '{path}에 클래스 {label}("{name}")의 사진이 없습니다. 레이블은 0부터 {last}까지 있어야 하며, 각각 사진이 한 장 이상이어야 합니다.',

  '{path} is cut off or no file of {name}: it has {bytes} bytes, which are no whole number of records of {record}. Copy it from its source again.':
    '{path} 파일이 중간에 끊겼거나 {name} 파일이 아닙니다. {bytes}바이트는 {record}바이트 레코드로 나누어떨어지지 않습니다. 원본에서 다시 복사하십시오.',
  '{path} is no file of {name}: found nothing, expected data and labels.':
    '{path}은(는) {name} 파일이 아닙니다. 아무것도 없으며, data와 labels가 있어야 합니다.',
  '{path} is no file of {name}: found {found}, expected data and labels.':
    '{path}은(는) {name} 파일이 아닙니다. 있는 것: {found}. data와 labels가 있어야 합니다.',
  '{path} is no file of {name}: found nothing, expected data and fine_labels.':
    '{path}은(는) {name} 파일이 아닙니다. 아무것도 없으며, data와 fine_labels가 있어야 합니다.',
  '{path} is no file of {name}: found {found}, expected data and fine_labels.':
    '{path}은(는) {name} 파일이 아닙니다. 있는 것: {found}. data와 fine_labels가 있어야 합니다.',
  '{path} is damaged: it holds {labels} labels, but {bytes} bytes of pixels. Copy it from its source again.':
    '{path} 파일이 손상되었습니다. 레이블은 {labels}개인데 픽셀은 {bytes}바이트입니다. 원본에서 다시 복사하십시오.',
  '{path} does not name the classes of {name}.': '{path}에 {name} 클래스의 이름이 없습니다.',
  '{path} is damaged: one of its labels is no class number. Copy it from its source again.':
    '{path} 파일이 손상되었습니다. 레이블 하나가 클래스 번호가 아닙니다. 원본에서 다시 복사하십시오.',
  '{place} holds no CIFAR files.': '{place}에는 CIFAR 파일이 없습니다.',
  '{name} has a file {file}, which is not there.': '{name}에 있어야 할 {file} 파일이 없습니다.',
  'The training pictures of {name} are missing in {place}: expected {files}.':
    '{place}에 {name} 학습용 사진이 없습니다. 있어야 할 파일: {files}.',
  '{path} holds {names} names; {name} has {classes} classes.':
    '{path}에 이름이 {names}개 있지만, {name} 클래스는 {classes}개입니다.',

  '{path}, line {line}, repeats the class "{name}". Give each class its own name.':
    '{path}의 {line}번째 줄에 클래스 "{name}"이(가) 다시 나옵니다. 클래스마다 다른 이름을 붙이십시오.',
  '{path}, line {line}, is empty. Write the name of one class on each line.':
    '{path}의 {line}번째 줄이 비어 있습니다. 한 줄에 클래스 이름을 하나씩 적으십시오.',
  '{path}, line {line}, is longer than {limit} characters. Shorten it.':
    '{path}의 {line}번째 줄이 {limit}자보다 깁니다. 줄이십시오.',
  '{name} is larger than 512 MiB. Split it.': '{name} 파일이 512 MiB보다 큽니다. 나누십시오.',
  '{name} cannot be read as a table: {reason}. Correct the line that is named.':
    '{name} 파일을 표로 읽을 수 없습니다. {reason!}. 해당하는 줄을 고치십시오.',
  '{place} holds no table of pictures.': '{place}에는 사진 표가 없습니다.',
  'It lacks a path or a label.': '경로나 레이블이 없습니다.',
  'It names {path}, which is not there.': '{path}을(를) 가리키지만 그 파일이 없습니다.',
  'Its split is "{split}"; expected train, val or test.':
    '분할이 "{split}"입니다. train, val, test 중 하나여야 합니다.',
  '{name} names no picture that is there. Its first row: none. Expected paths relative to the table, such as pictures/one.jpg,cat.':
    '{name}이(가) 가리키는 사진이 하나도 없습니다. 표에 줄이 없습니다. pictures/one.jpg,cat처럼 표에서 시작하는 경로가 있어야 합니다.',
  '{name} names no picture that is there. Its first row: {row}. Expected paths relative to the table, such as pictures/one.jpg,cat.':
    '{name}이(가) 가리키는 사진이 하나도 없습니다. 첫 줄: {row}. pictures/one.jpg,cat처럼 표에서 시작하는 경로가 있어야 합니다.',
};
