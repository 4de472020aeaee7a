/** Of Python's pickles, and what is wrong with them. */
export const pickle = {
  '{path} cannot be read as a Python pickle: {reason}. Copy it from its source again.':
    '{path} 파일을 Python pickle로 읽을 수 없습니다. {reason!}. 원본에서 다시 복사하십시오.',
  'it calls what is no function': '함수가 아닌 것을 호출합니다',
  'it encodes what is no text': '텍스트가 아닌 것을 인코딩합니다',
  'it calls {name}': '{name}을(를) 호출합니다',
  'it fills what is no array': '배열이 아닌 것을 채웁니다',
  'its array lies column by column': '배열이 열 단위로 놓여 있습니다',
  'its array does not hold unsigned bytes': '배열의 값이 부호 없는 바이트가 아닙니다',
  'its array has {found} bytes where {expected} belong': '배열이 {expected}바이트여야 하는데 {found}바이트입니다',
  'its array holds no bytes': '배열에 바이트가 없습니다',
  'it ends too early': '너무 일찍 끝납니다',
  'it is nested too deeply': '너무 깊이 겹쳐 있습니다',
  'it holds a type': '형식이 들어 있습니다',
  'it holds the function {name}': '함수 {name}이(가) 들어 있습니다',
  'it uses the instruction {code} at byte {place}, which pictures do not need':
    '{place}번째 바이트에서 사진에 필요하지 않은 명령 {code}을(를) 씁니다',
  'it asks for {name}, which pictures do not need; nothing of it was run':
    '사진에 필요하지 않은 {name}을(를) 요구합니다. 아무것도 실행하지 않았습니다',
  'it takes what is not there': '없는 것을 꺼냅니다',
  'a list in it has no beginning': '목록의 시작이 없습니다',
  'it appends to what is no list': '목록이 아닌 것에 덧붙입니다',
  'it assigns to what is no dictionary': '사전이 아닌 것에 값을 넣습니다',
  'it recalls what was not kept': '저장하지 않은 것을 불러옵니다',
  'a number in it is none': '숫자가 아닌 것이 숫자로 적혀 있습니다',
  'a number in it is absurdly large': '숫자가 터무니없이 큽니다',
};
