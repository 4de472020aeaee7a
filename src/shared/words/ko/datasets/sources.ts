import type { Translation } from '../../translation';
import type { sources as english } from '../../en/datasets/sources';

export const sources = {
  nothing: '가져올 것이 주어지지 않았습니다. 데이터셋이 있는 폴더를 지정하십시오.',
  mixed: '폴더와 낱개 파일이 함께 주어졌습니다: {$paths}. 하나씩 가져오십시오.',
  severalFolders:
    '데이터셋의 파일은 한 폴더에 있어야 하지만, 이 파일들은 폴더 {$count}개에 있습니다: {$folders}. 하나씩 가져오십시오.',
  sameName: '주어진 것 중 둘의 이름이 "{$name}"입니다. 각각이 한 클래스이므로 서로 다른 이름을 붙이십시오.',
  neither: '파일도 폴더도 아니거나, 가리키는 것이 없는 링크입니다.',
  linkInCircle: '자신이 들어 있는 폴더를 가리키는 링크입니다.',
  expandsTooFar:
    '{$archive} 압축 파일은 풀면 {$ratio}배보다 커집니다. 이미지에서는 있을 수 없는 일이므로 아무것도 저장하지 않았습니다. 믿을 수 있는 파일이라면 직접 압축을 풀고 폴더를 가져오십시오.',
  noRoomToUnpack:
    '{$folder :josa form=이} 있는 디스크에 {$archive} 압축 파일을 풀 공간이 없습니다. 공간을 비우거나 다른 데이터 폴더를 선택하십시오.',
  link: '링크입니다. 압축 파일 안의 링크는 따라가지 않습니다.',
  sameFolder: '이름이 같게 읽히지만 조합형이나 인코딩이 다른 폴더가 여럿 있습니다. 그 안의 이미지를 한데 모읍니다.',
  tooDeep: '폴더가 {$limit}단계보다 깊이 들어 있습니다.',
  leadsOut: '이름이 압축 파일 바깥을 가리킵니다.',
  encrypted: '암호화되어 있습니다. 압축을 풀고 폴더를 가져오십시오.',
  unknownMethod: '알 수 없는 방식({$method})으로 압축되어 있습니다. 압축을 풀고 폴더를 가져오십시오.',
  archiveCutOff: '{$path} 파일이 중간에 끊겼습니다. 압축 파일의 끝이 없습니다. 원본에서 다시 복사하십시오.',
  badTar: '{$path} 파일이 손상되어 tar 파일로 읽을 수 없습니다({$reason}). 원본에서 다시 복사하십시오.',
  badZip: '{$path} 파일이 손상되었거나 중간에 끊겨 zip 파일로 읽을 수 없습니다({$reason}). 원본에서 다시 복사하십시오.',
  badPacked:
    '{$path} 파일이 손상되었거나 중간에 끊겨 {$kind} 형식으로 읽을 수 없습니다({$reason}). 원본에서 다시 복사하거나, 직접 압축을 풀고 폴더를 가져오십시오.',
  packedFile:
    '{$path} 파일은 파일 하나를 {$kind} 형식으로 압축한 것입니다. 압축을 풀고, 그 파일이 속한 폴더를 가져오십시오.',
  encryptedArchive: '{$path} 파일은 암호화되어 있습니다. 압축을 풀고 폴더를 가져오십시오.',
  overlapping:
    '{$path} 파일이 손상되었거나 해를 끼치도록 만들어졌습니다. 압축 파일은 {$size}바이트인데 안의 파일들은 {$packed}바이트라고 합니다. 아무것도 저장하지 않았습니다.',
  guessedEncoding:
    '{$place}의 이름이나 글자가 UTF-8이 아니어서 {$encoding :josa form=으로} 추정했습니다: "{$sample}". 잘못 읽혔다면 다른 인코딩(--encoding)을 선택하십시오.',
  readAs: '{$place}의 이름이나 글자를 {$encoding :josa form=으로} 읽었습니다: "{$sample}".',
  otherEncoding:
    '{$place}의 글자가 모두 {$encoding} 인코딩인 것은 아닙니다: "{$sample}". 다른 인코딩(--encoding)을 선택하거나, 선택하지 않고 추정하게 하십시오.',
  tooManyEntries:
    '{$place}에 파일과 폴더가 {$limit :integer}개 넘게 들어 있어 모두 살펴볼 수 없습니다. 아무것도 저장하지 않았습니다. 일부만 가져오십시오.',
  nameTooLong: '이름이 디스크가 허용하는 것보다 길어 건너뛰었습니다.',
  otherArchive:
    '{$path} 파일은 {$kind} 형식으로 압축되어 있어 읽지 못합니다. 압축을 풀고 폴더를 가져오거나, zip 또는 tar.gz로 다시 압축하십시오.',
  nestedTooDeep:
    '{$path} 압축 파일은 다른 압축 파일 안에 {$limit}단계보다 깊이 들어 있습니다. 압축을 풀고 폴더를 가져오십시오.',
  entryCutOff: '{$name :josa form=이} 압축 파일 안에서 끊겼거나 손상되었습니다. 압축 파일을 다시 복사하십시오.',
  entryDamaged: '{$name :josa form=이} 압축 파일 안에서 손상되어 풀 수 없습니다.',
} as const satisfies Translation<typeof english>;
