/** Of the application itself: its folder, and what is asked of it. */
export const application = {
  '{folder} is not a full path. Choose a folder with its full path.':
    '{folder}은(는) 전체 경로가 아닙니다. 전체 경로로 폴더를 선택하십시오.',
  '{folder} cannot be used as the data folder: {reason}. Choose another folder.':
    '{folder}을(를) 데이터 폴더로 쓸 수 없습니다. {reason!}. 다른 폴더를 선택하십시오.',
  'The data folder {folder} is open in a studio on {host}. Close that one, or choose another folder with RESIDUAL_STUDIO_HOME.':
    '데이터 폴더 {folder}이(가) {host}의 Residual Studio에서 열려 있습니다. 그쪽을 닫거나 RESIDUAL_STUDIO_HOME으로 다른 폴더를 선택하십시오.',
  'The data folder {folder} is open in another studio, process {pid}, which does not answer. End that process, and start the studio again.':
    '데이터 폴더 {folder}이(가) 응답하지 않는 다른 Residual Studio(프로세스 {pid})에서 열려 있습니다. 그 프로세스를 끝내고 다시 시작하십시오.',
  'This cannot be done as it was asked for ({reasons}).': '요청한 대로 할 수 없습니다({reasons!}).',
  '{reason}; {reasons}': '{reason!}; {reasons!}',
  'the request: {message}': '요청: {message!}',
  'Something went wrong inside the studio. Its log has the details (Help, Show Log).':
    '프로그램 안에서 문제가 생겼습니다. 자세한 내용은 로그에 있습니다(도움말, 로그 파일 보기).',
  'This page may not ask the studio for anything.': '이 페이지는 프로그램에 아무것도 요청할 수 없습니다.',
};
