/** Of files of weights: checkpoints, and those that others have written. */
export const weights = {
  '{path} is not a whole safetensors file: {reason}.': '{path}은(는) 온전한 safetensors 파일이 아닙니다: {reason!}.',
  '{path} cannot be read (no such file).': '{path} 파일을 읽을 수 없습니다. 그런 파일이 없습니다.',
  '{path} cannot be read ({code}).': '{path} 파일을 읽을 수 없습니다({code}).',
  'its header is not JSON': '헤더가 JSON이 아닙니다',
  'its header has a wrong entry {place}': '헤더의 항목 {place}이(가) 잘못되었습니다',
  'it is too short': '너무 짧습니다',
  'its first 8 bytes are not the length of a header': '처음 8바이트가 헤더의 길이가 아닙니다',
  'its header is cut off': '헤더가 중간에 끊겼습니다',
  'tensor {name} has type {type}; only {known} are read':
    '텐서 {name}의 자료형은 {type}인데, {known}만 읽을 수 있습니다',
  "the data of tensor {name} overlaps another's or leaves a gap":
    '텐서 {name}의 데이터가 다른 것과 겹치거나 사이가 비어 있습니다',
  'tensor {name} has {bytes} bytes for shape [{shape}]':
    '모양이 [{shape}]인 텐서 {name}의 데이터가 {bytes}바이트입니다',
  'the data of tensor {name} is cut off': '텐서 {name}의 데이터가 중간에 끊겼습니다',
  'there are bytes after its last tensor': '마지막 텐서 뒤에 데이터가 더 있습니다',

  '{path} does not fit: {message}': '{path}이(가) 맞지 않습니다. {message!}',
  '{network} has no {name}, found with the shape {shape}.':
    '모양이 {shape}인 {name}이(가) 들어 있는데, {network}에는 그런 텐서가 없습니다.',
  '{network} needs {name} with the shape {shape}, and it is missing.':
    '{network}에 필요한 모양 {shape}의 {name}이(가) 없습니다.',
  '{name} has the shape {shape}, and {network} needs {expected}.':
    '{name}의 모양이 {shape}인데, {network}에는 {expected}이(가) 필요합니다.',
  "The head starts from random weights: the file's is not for {classes} classes.":
    '파일의 마지막 층이 클래스 {classes}개용이 아니므로 마지막 층은 임의의 가중치로 시작합니다.',
  "ImageNet's mean and standard deviation are assumed.": 'ImageNet의 평균과 표준편차라고 봅니다.',
  'Pictures of {height}x{width}x{channels} are assumed.': '사진이 {height}x{width}x{channels}라고 봅니다.',

  '{path} does not say what its weights are for: its metadata has no usable "{what}".':
    '{path}에 무엇을 위한 가중치인지 적혀 있지 않습니다. 메타데이터에 쓸 수 있는 "{what}" 값이 없습니다.',
  '{path} does not say of which network its weights are: name it with --model.':
    '{path}에 어느 네트워크의 가중치인지 적혀 있지 않습니다. --model로 지정하십시오.',
  '{path} does not name its {count} classes: give a file that does, one a line, with --classes.':
    '{path}에 클래스({count})의 이름이 없습니다. 한 줄에 하나씩 적은 파일을 --classes로 주십시오.',
  '{path} has weights for {count} classes, and {named} are named.':
    '{path}의 가중치는 클래스 {count}개용인데, 이름은 {named}개입니다.',
  '{path} does not say how its pixels are normalised (metadata "normalization"), and ImageNet\'s constants are for 3 channels, not {channels}.':
    '{path}에 픽셀을 어떻게 정규화하는지(메타데이터 "normalization") 적혀 있지 않고, ImageNet의 상수는 채널 {channels}개가 아니라 3개용입니다.',
  'The weights do not fit the network: {name} has the shape [{shape}] with {count} numbers; expected is [{expected}].':
    '가중치가 네트워크에 맞지 않습니다. {name}의 모양은 [{shape}], 값은 {count}개인데 [{expected}]여야 합니다.',
  'The weights do not fit the network: {name} with the shape [{shape}] is missing, and {more} more.':
    '가중치가 네트워크에 맞지 않습니다. 모양이 [{shape}]인 {name}이(가) 없고, 그 밖에 {more}개가 더 없습니다.',
  'The weights do not fit the network: it has no {name}, found with the shape [{shape}].':
    '가중치가 네트워크에 맞지 않습니다. 모양이 [{shape}]인 {name}이(가) 들어 있는데, 네트워크에는 그런 텐서가 없습니다.',
  'The normalisation has the standard deviations {values}; pictures of {shape} need {channels}, each above 0.':
    '정규화의 표준편차가 {values}인데, {shape} 사진에는 0보다 큰 값 {channels}개가 필요합니다.',
  'The normalisation has {means} means; pictures of {shape} need {channels}, one a channel, or {pixels}, one a pixel.':
    '정규화의 평균이 {means}개인데, {shape} 사진에는 채널마다 하나씩 {channels}개나 픽셀마다 하나씩 {pixels}개가 필요합니다.',

  '{path}: {message}': '{path}: {message!}',
};
