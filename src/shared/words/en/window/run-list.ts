export const runList = {
  title: 'Runs',
  noteEmpty: 'Every training is kept, with its settings, curves and weights',
  noteAll: `.input {$count :integer} .match $count
    one {{{$count} run}}
    * {{{$count} runs}}`,
  noteSome: `.input {$all :integer} .match $all
    one {{{$shown :integer} of {$all} run}}
    * {{{$shown :integer} of {$all} runs}}`,
  newRun: 'New run',
  importRun: 'Import a run',
  allRuns: 'All runs',
  emptyTitle: 'No run yet',
  emptyText: 'Train a network, and its run is listed here with everything it learnt. Or import a run from a zip file.',
  goToTrain: 'Go to Train',
  noneTitle: 'No such run',
  noneText: 'Try other words, or look under Archived or All.',
  noneArchivedTitle: 'Nothing is archived',
  noneArchivedText: 'An archived run keeps everything and is hidden from the list.',
  noneCurrentTitle: 'Every run is archived',
  noneCurrentText: 'All of them are listed under Archived.',
  showAll: 'Show all',

  search: 'Search runs',
  searchHint: 'Name, #tag, note, network, dataset',
  shelf: 'Which runs',
  shelves: { current: 'Current', archived: 'Archived', all: 'All' },
  starredOnly: 'Starred only',
  sortBy: 'Sort by',
  sortedBy: { ascending: '{$column}, ascending', descending: '{$column}, descending' },
  reverse: 'Reverse the order',

  caption: 'Runs. The arrow keys go from run to run, Enter opens, F2 renames, Delete deletes, Space selects.',
  columns: {
    name: 'Run',
    model: 'Network',
    dataset: 'Dataset',
    state: 'State',
    steps: 'Steps',
    'validation-error': 'Validation error',
    'test-error': 'Test error',
    created: 'Created',
  },
  actions: 'Actions',
  selected: 'Selected',
  select: 'Select {$name}',
  selectAll: 'Select all listed runs',
  star: 'Star {$name}',
  actionsOf: 'Actions for {$name}',
  ofSteps: 'of {$total}',
  findTag: 'Find runs with the tag {$tag}',

  selection: `.input {$count :integer} .match $count
    one {{{$count} run selected}}
    * {{{$count} runs selected}}`,
  clearSelection: 'Clear selection',

  open: 'Open',
  rename: 'Rename',
  renameTitle: 'Rename the run',
  name: 'Name',
  nameWrong: 'A run needs a name of 1 to 200 characters.',
  editLabels: 'Tags and note',
  labelsOf: 'Tags and note of {$name}',
  tags: 'Tags',
  tagsHint: 'Separated by commas',
  tagsWrong: 'A tag has up to 40 characters, and a run up to 20 tags.',
  tagsInUse: 'Tags in use',
  noteLabel: 'Note',
  noteWrong: 'A note has up to 20,000 characters.',
  save: 'Save',
  addStar: 'Add star',
  takeStar: 'Remove star',
  archive: 'Archive',
  unarchive: 'Unarchive',
  copySettings: 'Copy settings into a new run',
  exportZip: 'Export as zip',
  delete: 'Delete',
  undo: 'Undo',
  dismiss: 'Dismiss: {$text}',
  notices: 'Notices',
  dismissShort: 'Dismiss',

  renamed: '{$before} was renamed to {$name}.',
  labelled: 'Tags and note of {$name} are saved.',
  starred: '{$name} is starred.',
  unstarred: '{$name} is no longer starred.',
  archivedSaid: `.input {$count :integer} .match $count
    1 {{The run is archived.}}
    * {{{$count} runs are archived.}}`,
  unarchivedSaid: `.input {$count :integer} .match $count
    1 {{The run is no longer archived.}}
    * {{{$count} runs are no longer archived.}}`,
  deleted: `.input {$count :integer} .match $count
    1 {{{$name} is deleted.}}
    * {{{$count} runs are deleted.}}`,
  restored: `.input {$count :integer} .match $count
    1 {{The run is restored.}}
    * {{{$count} runs are restored.}}`,
  exported: '{$name} was exported to {$path}.',
  imported: '{$name} is imported.',
  copied: 'With the settings of {$name}',
  copiedElsewhere: 'With the settings of {$name}; its dataset, {$dataset}, is no longer in the store',

  notRenamed: '{$name} was not renamed',
  notLabelled: 'Not everything was saved',
  notDeleted: 'Not everything was deleted',
  notRestored: 'Not everything was restored',
  notExported: '{$name} was not exported',
  notImported: 'Nothing was imported',
  notImportedFrom: '{$file} was not imported',
  columnsShown: 'Columns',
  addTags: 'Add tags',
  tagRuns: `.input {$count :integer} .match $count
    one {{Tags for {$count} run}}
    * {{Tags for {$count} runs}}`,
  tagged: `.input {$count :integer} .match $count
    one {{{$count} run has the tags now.}}
    * {{{$count} runs have the tags now.}}`,
  exportRuns: 'Export',
  exportedRuns: `.input {$count :integer} .match $count
    one {{{$count} run is in {$folder}.}}
    * {{{$count} runs are in {$folder}.}}`,
  notExportedRuns: 'Not all runs were exported',
  notCopied: 'The settings of {$name} were not copied',
} as const;

export const runLabels = { add: 'Add tags or a note', change: 'Change tags and note' } as const;
