import type * as english from '../../en/window/run-list';
import type { Translation } from '../../translation';

export const runList = {
  title: '학습 기록',
  noteEmpty: '모든 학습은 설정, 곡선, 가중치와 함께 저장됩니다',
  noteAll: '{$count :integer}개',
  noteSome: '{$all :integer}개 중 {$shown :integer}개',
  newRun: '새 학습',
  importRun: '학습 기록 가져오기',
  allRuns: '전체 목록',
  emptyTitle: '아직 학습 기록이 없습니다',
  emptyText: '네트워크를 학습시키면 배운 것이 모두 여기에 남습니다. 학습 기록의 zip 파일을 가져올 수도 있습니다.',
  goToTrain: '학습으로 가기',
  noneTitle: '찾는 학습 기록이 없습니다',
  noneText: '다른 낱말로 찾거나 ‘보관됨’이나 ‘전체’를 확인하십시오.',
  noneArchivedTitle: '보관된 학습 기록이 없습니다',
  noneArchivedText: '보관한 학습 기록은 그대로 남지만 목록에는 보이지 않습니다.',
  noneCurrentTitle: '모든 학습 기록이 보관되어 있습니다',
  noneCurrentText: '‘보관됨’에서 모두 볼 수 있습니다.',
  showAll: '모두 보기',

  search: '학습 기록 검색',
  searchHint: '이름, #태그, 메모, 네트워크, 데이터셋',
  shelf: '보일 학습 기록',
  shelves: { current: '현재', archived: '보관됨', all: '전체' },
  starredOnly: '별표만',
  sortBy: '정렬',
  sortedBy: { ascending: '{$column}, 오름차순', descending: '{$column}, 내림차순' },
  reverse: '순서 뒤집기',

  caption: '학습 기록. 화살표 키로 이동하고 Enter로 열며, F2로 이름을 바꾸고 Delete로 삭제하고 스페이스로 선택합니다.',
  columns: {
    name: '학습 기록',
    model: '네트워크',
    dataset: '데이터셋',
    state: '상태',
    steps: '스텝',
    'validation-error': '검증 오류율',
    'test-error': '테스트 오류율',
    created: '만든 날',
  },
  actions: '작업',
  selected: '선택됨',
  select: '{$name} 선택',
  selectAll: '목록에 보이는 것 모두 선택',
  star: '{$name}의 별표',
  actionsOf: '{$name}에 대한 작업',
  ofSteps: '/ {$total}',
  findTag: '태그 {$tag :josa form=이} 붙은 학습 기록 찾기',

  selection: '{$count :integer}개 선택됨',
  clearSelection: '선택 해제',

  open: '열기',
  rename: '이름 바꾸기',
  renameTitle: '학습 기록의 이름 바꾸기',
  name: '이름',
  nameWrong: '이름은 1자에서 200자까지여야 합니다.',
  editLabels: '태그와 메모',
  labelsOf: '{$name}의 태그와 메모',
  tags: '태그',
  tagsHint: '쉼표로 구분합니다',
  tagsWrong: '태그는 40자까지, 한 학습 기록에 20개까지 붙일 수 있습니다.',
  tagsInUse: '쓰고 있는 태그',
  noteLabel: '메모',
  noteWrong: '메모는 20,000자까지 쓸 수 있습니다.',
  save: '저장',
  addStar: '별표 붙이기',
  takeStar: '별표 떼기',
  archive: '보관',
  unarchive: '보관 해제',
  copySettings: '설정을 새 학습에 복사',
  exportZip: 'zip으로 내보내기',
  delete: '삭제',
  undo: '실행 취소',
  dismiss: '닫기: {$text}',
  notices: '알림',
  dismissShort: '닫기',

  renamed: '{$before}의 이름을 {$name :josa form=으로} 바꾸었습니다.',
  labelled: '{$name}의 태그와 메모를 저장했습니다.',
  starred: '{$name}에 별표를 붙였습니다.',
  unstarred: '{$name}의 별표를 뗐습니다.',
  archivedSaid: `.input {$count :integer} .match $count
    1 {{학습 기록을 보관했습니다.}}
    * {{학습 기록 {$count}개를 보관했습니다.}}`,
  unarchivedSaid: `.input {$count :integer} .match $count
    1 {{학습 기록을 다시 목록에 넣었습니다.}}
    * {{학습 기록 {$count}개를 다시 목록에 넣었습니다.}}`,
  deleted: `.input {$count :integer} .match $count
    1 {{{$name :josa form=을} 삭제했습니다.}}
    * {{학습 기록 {$count}개를 삭제했습니다.}}`,
  restored: `.input {$count :integer} .match $count
    1 {{학습 기록을 되돌렸습니다.}}
    * {{학습 기록 {$count}개를 되돌렸습니다.}}`,
  exported: '{$name :josa form=을} {$path}에 내보냈습니다.',
  imported: '{$name :josa form=을} 가져왔습니다.',
  copied: '{$name}의 설정을 복사했습니다',
  copiedElsewhere: '{$name}의 설정을 복사했습니다. 그 데이터셋 {$dataset :josa form=은} 더 이상 없습니다',

  notRenamed: '{$name}의 이름을 바꾸지 못했습니다',
  notLabelled: '일부를 저장하지 못했습니다',
  notDeleted: '일부를 삭제하지 못했습니다',
  notRestored: '일부를 되돌리지 못했습니다',
  notExported: '{$name :josa form=을} 내보내지 못했습니다',
  notImported: '가져오지 못했습니다',
  notImportedFrom: '{$file :josa form=을} 가져오지 못했습니다',
  columnsShown: '열',
  addTags: '태그 추가',
  tagRuns: '학습 기록 {$count :integer}개에 태그 추가',
  tagged: '학습 기록 {$count :integer}개에 태그를 추가했습니다.',
  exportRuns: '내보내기',
  exportedRuns: '학습 기록 {$count :integer}개를 {$folder}에 내보냈습니다.',
  notExportedRuns: '일부 학습 기록을 내보내지 못했습니다',
  notCopied: '{$name}의 설정을 복사하지 못했습니다',
} as const satisfies Translation<typeof english.runList>;

export const runLabels = { add: '태그나 메모 추가', change: '태그와 메모 변경' } as const satisfies Translation<
  typeof english.runLabels
>;
