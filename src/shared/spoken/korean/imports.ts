/** Of datasets: what an import makes of a source, and what is kept. */
export const imports = {
  'Another dataset is being imported. Wait until it is done, then try again.':
    '다른 데이터셋을 가져오는 중입니다. 끝날 때까지 기다렸다가 다시 시도하십시오.',
  'The run {run} needs {dataset}. Stop the run first.':
    '학습 {run}에 데이터셋 {dataset}이(가) 필요합니다. 먼저 학습을 멈추십시오.',
  'The import was cancelled; nothing was kept.': '가져오기를 취소했습니다. 아무것도 저장하지 않았습니다.',
  'It cannot be imported in this way: {place}: {message}.': '이렇게는 가져올 수 없습니다. {place}: {message!}.',
  'nothing would be left to train on: the shares of validation and test must be below 1 together':
    '학습용 사진이 남지 않습니다. 검증과 테스트의 비율은 합해서 1보다 작아야 합니다',

  'No dataset was recognised in {place}. Found: {files}.{refused}':
    '{place}에서 데이터셋을 찾지 못했습니다. 있는 것: {files}.{refused!}',
  'No dataset was recognised in {place}. Found: {files} and {count} more.{refused}':
    '{place}에서 데이터셋을 찾지 못했습니다. 있는 것: {files} 외 {count}개.{refused!}',
  '{place} is empty but for what cannot be taken.{refused}':
    '{place}에는 가져올 수 없는 것 말고는 아무것도 없습니다.{refused!}',
  '{place} is empty.{refused}': '{place}이(가) 비어 있습니다.{refused!}',
  '{message} Several that are given together are classes, each with its pictures. Import one at a time.':
    '{message!} 여러 개를 함께 주면 각각이 사진이 든 클래스가 됩니다. 하나씩 가져오십시오.',
  '{message} Expected:\n{layouts}': '{message!} 다음 중 하나여야 합니다.\n{layouts!}',
  or: '또는',
  'a folder with IDX files, as MNIST has them (each may end with .gz; the two of t10k may be missing):':
    'MNIST처럼 IDX 파일이 있는 폴더(파일마다 .gz로 끝나도 되며, t10k 파일 두 개는 없어도 됩니다):',
  'CIFAR-10 or CIFAR-100, binary or Python version, as a folder or tar.gz:':
    'CIFAR-10이나 CIFAR-100의 binary 또는 Python 버전, 폴더나 tar.gz:',
  'a CSV or TSV table with the columns path and label, perhaps split, beside the pictures that it names:':
    'path와 label 열, 필요하면 split 열이 있는 CSV나 TSV 표와 그 옆에 놓인 사진들:',
  'a folder, zip or tar.gz with a folder of pictures for each class, or such folders in train, val and test:':
    '클래스마다 사진 폴더가 하나씩 있는 폴더, zip이나 tar.gz, 또는 그런 폴더가 train, val, test에 있는 것:',
  'a folder of pictures whose names begin with their class, which you confirm before the import:':
    '이름이 클래스로 시작하는 사진들의 폴더. 가져오기 전에 확인해야 합니다:',

  'Nothing usable was found in {place}: only the class "{name}" has pictures that can be read; a classifier needs two classes or more.{problems}':
    '{place}에서 쓸 수 있는 것을 찾지 못했습니다. 읽을 수 있는 사진이 클래스 "{name}"에만 있는데, 분류하려면 클래스가 둘 이상 필요합니다.{problems!}',
  'Nothing usable was found in {place}: no class has pictures that can be read; a classifier needs two classes or more.{problems}':
    '{place}에서 쓸 수 있는 것을 찾지 못했습니다. 읽을 수 있는 사진이 어느 클래스에도 없는데, 분류하려면 클래스가 둘 이상 필요합니다.{problems!}',
  'The pictures in {place} lie side by side; by their names they are of {count} classes: {classes}. Confirm that you want these, or make a folder for each class, such as cat/one.jpg and dog/one.jpg.':
    '{place}의 사진들이 한 폴더에 함께 있습니다. 이름으로 보면 클래스는 {count}개입니다: {classes}. 이 클래스를 쓰겠다고 확인하거나 cat/one.jpg, dog/one.jpg처럼 클래스마다 폴더를 만드십시오.',
  'The {count} pictures in {place} lie side by side, and nothing says their classes. Expected a folder of pictures for each class, such as cat/one.jpg and dog/one.jpg; or names that begin with the class, such as cat_001.jpg and dog_001.jpg.':
    '{place}의 사진 {count}장이 한 폴더에 함께 있고, 클래스를 알려 주는 것이 없습니다. cat/one.jpg, dog/one.jpg처럼 클래스마다 사진 폴더가 있거나, cat_001.jpg, dog_001.jpg처럼 이름이 클래스로 시작해야 합니다.',
  'The picture in {place} lies alone, and nothing says its class. Expected a folder of pictures for each class, such as cat/one.jpg and dog/one.jpg; or names that begin with the class, such as cat_001.jpg and dog_001.jpg.':
    '{place}에 사진이 한 장만 있고, 클래스를 알려 주는 것이 없습니다. cat/one.jpg, dog/one.jpg처럼 클래스마다 사진 폴더가 있거나, cat_001.jpg, dog_001.jpg처럼 이름이 클래스로 시작해야 합니다.',
  '{place} holds pictures of one class only, "{name}" ({count}); a classifier needs two or more. Expected a folder of pictures for each class, such as cat/one.jpg and dog/one.jpg.':
    '{place}에는 한 클래스 "{name}"의 사진({count}장)만 있는데, 분류하려면 둘 이상이 필요합니다. cat/one.jpg, dog/one.jpg처럼 클래스마다 사진 폴더가 있어야 합니다.',
  'It lies beside the folders of the classes, so that its class is not known.':
    '클래스 폴더들 옆에 있어서 클래스를 알 수 없습니다.',
  'Its name says no class; expected one such as cat_001.jpg.':
    '이름에서 클래스를 알 수 없습니다. cat_001.jpg 같은 이름이어야 합니다.',
  '{source} holds no training pictures that can be used. Check what is in its train folder.':
    '{source}에는 쓸 수 있는 학습용 사진이 없습니다. train 폴더에 무엇이 있는지 확인하십시오.',

  'There is no class "{name}" to rename or leave out. There are: {classes}.':
    '이름을 바꾸거나 제외할 클래스 "{name}"이(가) 없습니다. 있는 클래스: {classes}.',
  'Only {count} class would be left; a classifier needs two or more.':
    '클래스가 {count}개만 남습니다. 분류하려면 둘 이상이 필요합니다.',
  '{message} It could be read when the import began.': '{message!} 가져오기를 시작할 때는 읽을 수 있었습니다.',
  '{name} has changed while it was imported. Import it again.':
    '{name}이(가) 가져오는 동안 바뀌었습니다. 다시 가져오십시오.',
  '{count} pictures of {shape} need {needed}, but the disk of {folder} has {free} free. Choose a smaller size, make room, or choose another data folder.':
    '{shape} 사진 {count}장에 {needed}가 필요하지만, {folder}의 디스크에는 {free}만 비어 있습니다. 더 작은 크기를 고르거나, 공간을 비우거나, 다른 데이터 폴더를 선택하십시오.',
  'Copies of the {count} pictures in {place} would take {bytes}, more than a quarter of the free disk or of the memory ({room}). Unpack the archive and import its folder, whose pictures can be left where they are; or choose a smaller size, or copies all the same (--keep copies).':
    '{place}에 있는 사진 {count}장의 사본은 {bytes}로, 남은 디스크나 메모리의 4분의 1({room})보다 큽니다. 압축을 풀고 폴더를 가져오면 사진을 그 자리에 둘 수 있습니다. 아니면 더 작은 크기나 그래도 사본(--keep copies)을 고르십시오.',
  'Pictures in {place} cannot be left where they are: unpack the archive and import its folder, or let them be copied.':
    '{place} 안의 사진은 그 자리에 둘 수 없습니다. 압축을 풀고 폴더를 가져오거나 복사하도록 하십시오.',

  'Several datasets are called "{name}". Name one of them by its id: {ids}.':
    '이름이 "{name}"인 데이터셋이 여럿입니다. ID로 하나를 지정하십시오: {ids}.',
  'There is no dataset "{name}". There are: {ids}.': '데이터셋 "{name}"이(가) 없습니다. 있는 데이터셋: {ids}.',
  'There is no dataset "{name}". There is none yet: import one.':
    '데이터셋 "{name}"이(가) 없습니다. 아직 데이터셋이 하나도 없으니 가져오십시오.',
  'The training split is empty. Import the dataset again.': '학습용 사진이 없습니다. 데이터셋을 다시 가져오십시오.',
  '{path} is damaged: {found} bytes where {expected} belong. Remove the dataset "{name}" and import it again.':
    '{path} 파일이 손상되었습니다. {expected}바이트여야 하는데 {found}바이트입니다. 데이터셋 "{name}"을(를) 삭제하고 다시 가져오십시오.',
  '{path} is damaged: {found} paths where {expected} belong. Remove the dataset "{name}" and import it again.':
    '{path} 파일이 손상되었습니다. 경로가 {expected}개여야 하는데 {found}개입니다. 데이터셋 "{name}"을(를) 삭제하고 다시 가져오십시오.',
  'A file of the dataset became shorter while it was read. Import the dataset again.':
    '데이터셋의 파일이 읽는 동안 짧아졌습니다. 데이터셋을 다시 가져오십시오.',
  '{message} The dataset "{name}" left its pictures where they are: put the file back, or update the dataset from its source.':
    '{message!} 데이터셋 "{name}"은(는) 사진을 원래 자리에 두고 씁니다. 파일을 되돌려 놓거나 데이터셋을 원본에서 다시 가져오십시오.',
  '{path} is not the picture that was imported: it has changed since. Put it back, or update the dataset "{name}" from its source.':
    '{path}은(는) 가져왔던 사진이 아니며 그 뒤에 바뀌었습니다. 되돌려 놓거나 데이터셋 "{name}"을(를) 원본에서 다시 가져오십시오.',
};
