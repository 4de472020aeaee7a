/** Words of Node.js and of libraries, where they stand in a message. */
export const outside = {
  "EACCES: permission denied, {call} '{path}'": '권한이 없습니다(EACCES: {call} {path})',
  "EPERM: operation not permitted, {call} '{path}'": '허용되지 않은 작업입니다(EPERM: {call} {path})',
  "ENOENT: no such file or directory, {call} '{path}'": '그런 파일이나 폴더가 없습니다(ENOENT: {call} {path})',
  "ENOTDIR: not a directory, {call} '{path}'": '폴더가 아닙니다(ENOTDIR: {call} {path})',
  "EEXIST: file already exists, {call} '{path}'": '파일이 이미 있습니다(EEXIST: {call} {path})',
  "EROFS: read-only file system, {call} '{path}'": '읽기 전용 디스크입니다(EROFS: {call} {path})',
  'ENOSPC: no space left on device, {call}': '디스크에 남은 공간이 없습니다(ENOSPC: {call})',

  'End of central directory record signature not found. Either not a zip file, or file is truncated.':
    '중앙 디렉터리의 끝을 찾지 못했습니다',
  'End of central directory record signature not found': '중앙 디렉터리의 끝을 찾지 못했습니다',
  'ADM-ZIP: Invalid or unsupported zip format. No END header found': '중앙 디렉터리의 끝을 찾지 못했습니다',
  'unexpected EOF': '파일이 너무 일찍 끝납니다',
  'unexpected end of file': '파일이 너무 일찍 끝납니다',
  'Unexpected end of data': '파일이 너무 일찍 끝납니다',
  'Invalid tar header. Maybe the tar is corrupted or it needs to be gunzipped?': 'tar의 헤더가 잘못되었습니다',
  'incorrect header check': '압축 데이터의 헤더가 잘못되었습니다',
  'incorrect data check': '압축 데이터의 체크섬이 맞지 않습니다',
  'incorrect length check': '압축 데이터의 길이가 맞지 않습니다',
  'invalid block type': '압축 데이터가 잘못되었습니다',
  'invalid stored block lengths': '압축 데이터가 잘못되었습니다',
  'invalid distance too far back': '압축 데이터가 잘못되었습니다',
  'invalid distance code': '압축 데이터가 잘못되었습니다',
  'invalid code lengths set': '압축 데이터가 잘못되었습니다',
  'Quote Not Closed: the parsing is finished with an opening quote at line {line}':
    '{line}번째 줄에서 연 따옴표가 닫히지 않았습니다',
  'Invalid Closing Quote: got "{found}" at line {line} instead of delimiter, record delimiter, trimable character (if activated) or comment':
    '{line}번째 줄에서 닫는 따옴표 뒤에 구분자가 아닌 "{found}"이(가) 있습니다',

  'Invalid input: expected {expected}, received {received}': '{expected} 값이어야 하는데 {received} 값입니다',
  'Invalid input': '맞지 않는 값입니다',
  'Invalid option: expected one of {options}': '{options} 중 하나여야 합니다',
  'Too small: expected {what} to be >={least}': '{least} 이상이어야 합니다({what})',
  'Too small: expected {what} to be >{least}': '{least}보다 커야 합니다({what})',
  'Too small: expected {what} to have >={least} {unit}': '{least}개 이상이어야 합니다({what}, {unit})',
  'Too big: expected {what} to be <={most}': '{most} 이하여야 합니다({what})',
  'Too big: expected {what} to be <{most}': '{most}보다 작아야 합니다({what})',
  'Too big: expected {what} to have <={most} {unit}': '{most}개 이하여야 합니다({what}, {unit})',
  'Unrecognized key: {key}': '모르는 항목입니다: {key}',
};
