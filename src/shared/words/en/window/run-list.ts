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
  emptyText: 'Train a network, and it is found here afterwards with all that it learnt. Or import the zip of a run.',
  goToTrain: 'Go to Train',
  noneTitle: 'No such run',
  noneText: 'Other words may find it, or it is on another shelf.',
  noneArchivedTitle: 'Nothing is archived',
  noneArchivedText: 'A run that is archived is kept with everything, and is out of the way.',
  noneCurrentTitle: 'Every run is archived',
  noneCurrentText: 'They are all there still, under Archived.',
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
  selectAll: 'Select all that are listed',
  star: 'Star of {$name}',
  actionsOf: 'Actions for {$name}',
  ofSteps: 'of {$total}',
  findTag: 'Find runs with the tag {$tag}',

  selection: `.input {$count :integer} .match $count
    one {{{$count} run selected}}
    * {{{$count} runs selected}}`,
  clearSelection: 'Select none',

  open: 'Open',
  rename: 'Rename',
  renameTitle: 'Rename the run',
  name: 'Name',
  nameWrong: 'A run needs a name of 1 to 200 characters.',
  editLabels: 'Tags and note',
  labelsOf: 'Tags and note of {$name}',
  tags: 'Tags',
  tagsHint: 'Parted by commas',
  tagsWrong: 'A tag has up to 40 characters, and a run up to 20 tags.',
  tagsInUse: 'Tags in use',
  noteLabel: 'Note',
  noteWrong: 'A note has up to 20,000 characters.',
  save: 'Save',
  addStar: 'Add a star',
  takeStar: 'Take the star off',
  archive: 'Archive',
  unarchive: 'Take out of the archive',
  copySettings: 'Copy settings into a new run',
  exportZip: 'Export as zip',
  delete: 'Delete',
  undo: 'Undo',
  dismiss: 'Dismiss: {$text}',
  notices: 'Notices',
  dismissShort: 'Dismiss',

  renamed: '{$before} is called {$name} now.',
  labelled: 'Tags and note of {$name} are saved.',
  starred: '{$name} has a star.',
  unstarred: '{$name} has no star any more.',
  archivedSaid: `.input {$count :integer} .match $count
    1 {{The run is archived.}}
    * {{{$count} runs are archived.}}`,
  unarchivedSaid: `.input {$count :integer} .match $count
    1 {{The run is listed again.}}
    * {{{$count} runs are listed again.}}`,
  deleted: `.input {$count :integer} .match $count
    1 {{{$name} is deleted.}}
    * {{{$count} runs are deleted.}}`,
  restored: `.input {$count :integer} .match $count
    1 {{The run is back.}}
    * {{{$count} runs are back.}}`,
  exported: '{$name} is in {$path}.',
  imported: '{$name} is imported.',
  copied: 'With the settings of {$name}',
  copiedElsewhere: 'With the settings of {$name}; its dataset, {$dataset}, is not here any more',

  notRenamed: '{$name} was not renamed',
  notLabelled: 'Not everything was saved',
  notDeleted: 'Not everything was deleted',
  notRestored: 'Not everything came back',
  notExported: '{$name} was not exported',
  notImported: 'Nothing was imported',
  notImportedFrom: '{$file} was not imported',
  notCopied: 'The settings of {$name} were not copied',
} as const;

export const runLabels = { add: 'Add tags or a note', change: 'Change tags and note' } as const;
