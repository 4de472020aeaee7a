/** Of what is dropped: files, folders, archives, and what the file system says of them. */
export const sources = {
  'There is no file or folder {path}. Check the path.': '파일이나 폴더 {path}이(가) 없습니다. 경로를 확인하십시오.',
  'No permission to read or write {path}. Change its permissions, or copy it to a place of your own.':
    '{path}을(를) 읽거나 쓸 권한이 없습니다. 권한을 바꾸거나 자신의 폴더로 복사하십시오.',
  '{path} is not a folder.': '{path}은(는) 폴더가 아닙니다.',
  '{path} is a folder, not a file.': '{path}은(는) 파일이 아니라 폴더입니다.',
  'The disk that holds {path} is full. Make room, or choose another data folder.':
    '{path}이(가) 있는 디스크가 가득 찼습니다. 공간을 비우거나 다른 데이터 폴더를 선택하십시오.',
  'The disk quota for {path} is used up. Make room, or choose another data folder.':
    '{path}에 쓸 수 있는 디스크 할당량을 모두 썼습니다. 공간을 비우거나 다른 데이터 폴더를 선택하십시오.',
  'The disk that holds {path} is read-only. Choose another data folder.':
    '{path}이(가) 있는 디스크는 읽기 전용입니다. 다른 데이터 폴더를 선택하십시오.',
  'The disk failed while reading or writing {path}. Copy it from its source again.':
    '{path}을(를) 읽거나 쓰는 중에 디스크 오류가 났습니다. 원본에서 다시 복사하십시오.',

  'Nothing was given to import. Name a folder with a dataset.':
    '가져올 것이 주어지지 않았습니다. 데이터셋이 있는 폴더를 지정하십시오.',
  'Folders and single files were given together: {paths}. Import one at a time.':
    '폴더와 낱개 파일이 함께 주어졌습니다: {paths}. 하나씩 가져오십시오.',
  'The files of a dataset lie in one folder, but these in {count}: {folders}. Import one at a time.':
    '데이터셋의 파일은 한 폴더에 있어야 하지만, 이 파일들은 폴더 {count}개에 있습니다: {folders}. 하나씩 가져오십시오.',
  'Two of what was given are called "{name}". Give them different names: each is one class.':
    '주어진 것 중 둘의 이름이 "{name}"입니다. 각각이 한 클래스이므로 서로 다른 이름을 붙이십시오.',
  'It is neither a file nor a folder, or a link to nothing.': '파일도 폴더도 아니거나, 가리키는 것이 없는 링크입니다.',
  'It is a link to a folder that holds it.': '자신이 들어 있는 폴더를 가리키는 링크입니다.',

  '{archive} expands to more than {ratio} times its size, as pictures never do. Nothing of it was kept. Unpack it yourself if you trust it, and import the folder.':
    '{archive} 압축 파일은 풀면 {ratio}배보다 커집니다. 사진에서는 있을 수 없는 일이므로 아무것도 저장하지 않았습니다. 믿을 수 있는 파일이라면 직접 압축을 풀고 폴더를 가져오십시오.',
  'The disk that holds {folder} is too full to unpack {archive}. Make room, or choose another data folder.':
    '{folder}이(가) 있는 디스크에 {archive} 압축 파일을 풀 공간이 없습니다. 공간을 비우거나 다른 데이터 폴더를 선택하십시오.',
  'It is a link, which is not followed in archives.': '링크입니다. 압축 파일 안의 링크는 따라가지 않습니다.',
  'Its name leads out of the archive.': '이름이 압축 파일 바깥을 가리킵니다.',
  'It is encrypted. Unpack the archive, and import the folder.':
    '암호화되어 있습니다. 압축을 풀고 폴더를 가져오십시오.',
  'It is compressed by a method ({method}) that is not understood. Unpack the archive, and import the folder.':
    '알 수 없는 방식({method})으로 압축되어 있습니다. 압축을 풀고 폴더를 가져오십시오.',
  '{path} is cut off: the end of the archive is missing. Copy it from its source again.':
    '{path} 파일이 중간에 끊겼습니다. 압축 파일의 끝이 없습니다. 원본에서 다시 복사하십시오.',
  '{path} is damaged: it cannot be read as a tar archive ({reason}). Copy it from its source again.':
    '{path} 파일이 손상되어 tar 파일로 읽을 수 없습니다({reason!}). 원본에서 다시 복사하십시오.',
  '{path} is damaged or cut off: it cannot be read as a zip archive ({reason}). Copy it from its source again.':
    '{path} 파일이 손상되었거나 중간에 끊겨 zip 파일로 읽을 수 없습니다({reason!}). 원본에서 다시 복사하십시오.',
  '{path} is damaged or made to do harm: its files claim {packed} bytes of an archive of {size}. Nothing of it was kept.':
    '{path} 파일이 손상되었거나 해를 끼치도록 만들어졌습니다. 압축 파일은 {size}바이트인데 안의 파일들은 {packed}바이트라고 합니다. 아무것도 저장하지 않았습니다.',
  '{name} is cut off or damaged in the archive. Copy the archive again.':
    '{name}이(가) 압축 파일 안에서 끊겼거나 손상되었습니다. 압축 파일을 다시 복사하십시오.',
  '{name} is damaged in the archive: it cannot be unpacked.': '{name}이(가) 압축 파일 안에서 손상되어 풀 수 없습니다.',
};
