import type { Translation } from '../../translation';
import type { imports as english } from '../../en/datasets/imports';

export const imports = {
  busy: '다른 데이터셋을 가져오는 중입니다. 끝날 때까지 기다렸다가 다시 시도하십시오.',
  inUse: '학습 {$run}에 데이터셋 {$dataset :josa form=이} 필요합니다. 먼저 학습을 중지하십시오.',
  cancelled: '가져오기를 취소했습니다. 아무것도 저장하지 않았습니다.',
  badOptions: '이렇게는 가져올 수 없습니다. {$place}: {$message}.',
  nothingLeft: '학습용 이미지가 남지 않습니다. 검증과 테스트의 비율은 합해서 1보다 작아야 합니다',
  notRecognised: '{$place}에서 데이터셋을 찾지 못했습니다. 있는 것: {$files}.{$refused :lines}',
  notRecognisedAmong: '{$place}에서 데이터셋을 찾지 못했습니다. 있는 것: {$files} 외 {$count}개.{$refused :lines}',
  emptyButFor: '{$place}에는 가져올 수 없는 것 말고는 아무것도 없습니다.{$refused :lines}',
  empty: '{$place :josa form=이} 비어 있습니다.',
  severalAreClasses: '{$message} 여러 개를 함께 주면 각각이 이미지가 든 클래스가 됩니다. 하나씩 가져오십시오.',
  expected: '{$message} 다음 중 하나여야 합니다.{$layouts :lines between=또는}',
  layouts: {
    idx: 'MNIST처럼 IDX 파일이 있는 폴더(파일마다 .gz로 끝나도 되며, t10k 파일 두 개는 없어도 됩니다):\n  train-images-idx3-ubyte   train-labels-idx1-ubyte\n  t10k-images-idx3-ubyte    t10k-labels-idx1-ubyte',
    cifar:
      'CIFAR-10이나 CIFAR-100의 binary 또는 Python 버전, 폴더나 tar.gz:\n  data_batch_1.bin ... data_batch_5.bin   test_batch.bin   batches.meta.txt\n  train   test   meta',
    table:
      'path와 label 열, 필요하면 split 열이 있는 CSV나 TSV 표와 그 옆에 놓인 이미지들:\n  path,label,split\n  pictures/one.jpg,cat,train',
    folders:
      '클래스마다 이미지 폴더가 하나씩 있는 폴더, zip이나 tar.gz, 또는 그런 폴더가 train, val, test에 있는 것:\n  cat/one.jpg   cat/two.png   dog/one.jpg\n  train/cat/one.jpg   train/dog/one.jpg   val/cat/two.jpg   test/dog/two.jpg',
    names:
      '이름이 클래스로 시작하는 이미지들의 폴더. 가져오기 전에 확인해야 합니다:\n  cat_001.jpg   cat_002.jpg   dog_001.jpg',
  },
  oneUsableClass:
    '{$place}에서 쓸 수 있는 것을 찾지 못했습니다. 읽을 수 있는 이미지가 클래스 "{$name}"에만 있는데, 분류하려면 클래스가 둘 이상 필요합니다.{$problems :lines}',
  noUsableClass:
    '{$place}에서 쓸 수 있는 것을 찾지 못했습니다. 읽을 수 있는 이미지가 어느 클래스에도 없는데, 분류하려면 클래스가 둘 이상 필요합니다.{$problems :lines}',
  sideBySide:
    '{$place}의 이미지들이 한 폴더에 함께 있습니다. 이름으로 보면 클래스는 {$count}개입니다: {$classes}. 이 클래스를 쓰겠다고 확인하거나 cat/one.jpg, dog/one.jpg처럼 클래스마다 폴더를 만드십시오.',
  unnamedPictures:
    '{$place}의 이미지 {$count}장이 한 폴더에 함께 있고, 클래스를 알려 주는 것이 없습니다. cat/one.jpg, dog/one.jpg처럼 클래스마다 이미지 폴더가 있거나, cat_001.jpg, dog_001.jpg처럼 이름이 클래스로 시작해야 합니다.',
  unnamedPicture:
    '{$place}에 이미지가 한 장만 있고, 클래스를 알려 주는 것이 없습니다. cat/one.jpg, dog/one.jpg처럼 클래스마다 이미지 폴더가 있거나, cat_001.jpg, dog_001.jpg처럼 이름이 클래스로 시작해야 합니다.',
  oneClass:
    '{$place}에는 한 클래스 "{$name}"의 이미지({$count}장)만 있는데, 분류하려면 둘 이상이 필요합니다. cat/one.jpg, dog/one.jpg처럼 클래스마다 이미지 폴더가 있어야 합니다.',
  besideFolders: '클래스 폴더들 옆에 있어서 클래스를 알 수 없습니다.',
  folderLeftOut: '{$folder} 폴더에는 클래스 폴더가 없어 이미지 {$count}장을 제외합니다.',
  alikeFolders:
    '{$classes} 폴더를 클래스로 봅니다. 그런데 폴더마다 같은 이름의 폴더가 있습니다: {$names}. 이것이 클래스라면 폴더 이름을 train, val, test로 바꾸십시오.',
  besideSplits: '클래스 폴더 안에 있지 않아 클래스를 알 수 없습니다.',
  nameWithoutClass: '이름에서 클래스를 알 수 없습니다. cat_001.jpg 같은 이름이어야 합니다.',
  noTraining: '{$source}에는 쓸 수 있는 학습용 이미지가 없습니다. train 폴더에 무엇이 있는지 확인하십시오.',
  unknownClass: '이름을 바꾸거나 제외할 클래스 "{$name}"{$name :particle form=이} 없습니다. 있는 클래스: {$classes}.',
  fewClasses: '클래스가 {$count}개만 남습니다. 분류하려면 둘 이상이 필요합니다.',
  readBefore: '{$message} 가져오기를 시작할 때는 읽을 수 있었습니다.',
  changed: '{$name :josa form=이} 가져오는 동안 바뀌었습니다. 다시 가져오십시오.',
  noRoom:
    '{$shape} 이미지 {$count}장에 {$needed :bytes}가 필요하지만, {$folder}의 디스크에는 {$free :bytes}만 비어 있습니다. 더 작은 크기를 고르거나, 공간을 비우거나, 다른 데이터 폴더를 선택하십시오.',
  copiesTooLarge:
    '{$place}에 있는 이미지 {$count}장의 사본은 {$bytes :bytes}로, 남은 디스크나 메모리의 4분의 1({$room :bytes})보다 큽니다. 압축을 풀고 폴더를 가져오면 이미지를 그 자리에 둘 수 있습니다. 아니면 더 작은 크기나 그래도 사본(--keep copies)을 고르십시오.',
  archived: '{$place} 안의 이미지는 그 자리에 둘 수 없습니다. 압축을 풀고 폴더를 가져오거나 복사하도록 하십시오.',
} as const satisfies Translation<typeof english>;
