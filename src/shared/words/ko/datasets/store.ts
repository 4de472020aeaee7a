import type { Translation } from '../../translation';
import type { store as english } from '../../en/datasets/store';

export const store = {
  ambiguous: '이름이 "{$name}"인 데이터셋이 여럿입니다. ID로 하나를 지정하십시오: {$ids}.',
  unknown: '데이터셋 "{$name}"{$name :particle form=이} 없습니다. 있는 데이터셋: {$ids}.',
  none: '데이터셋 "{$name}"{$name :particle form=이} 없습니다. 아직 데이터셋이 하나도 없으니 가져오십시오.',
  noTraining: '학습용 이미지가 없습니다. 데이터셋을 다시 가져오십시오.',
  wrongBytes:
    '{$path} 파일이 손상되었습니다. {$expected}바이트여야 하는데 {$found}바이트입니다. 데이터셋 "{$name}"{$name :particle form=을} 삭제하고 다시 가져오십시오.',
  wrongPaths:
    '{$path} 파일이 손상되었습니다. 경로가 {$expected}개여야 하는데 {$found}개입니다. 데이터셋 "{$name}"{$name :particle form=을} 삭제하고 다시 가져오십시오.',
  shorter: '데이터셋의 파일이 읽는 동안 짧아졌습니다. 데이터셋을 다시 가져오십시오.',
  leftInPlace:
    '{$message} 데이터셋 "{$name}"{$name :particle form=은} 이미지를 원래 자리에 두고 씁니다. 파일을 되돌려 놓거나 데이터셋을 원본에서 다시 가져오십시오.',
  replaced:
    '{$path :josa form=은} 가져왔던 이미지가 아니며 그 뒤에 바뀌었습니다. 되돌려 놓거나 데이터셋 "{$name}"{$name :particle form=을} 원본에서 다시 가져오십시오.',
} as const satisfies Translation<typeof english>;
