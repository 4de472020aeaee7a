export const store = {
  ambiguous: 'Several datasets are called "{$name}". Name one of them by its id: {$ids}.',
  unknown: 'There is no dataset "{$name}". There are: {$ids}.',
  none: 'There is no dataset "{$name}". There is none yet: import one.',
  noTraining: 'The training split is empty. Import the dataset again.',
  wrongBytes:
    '{$path} is damaged: {$found} bytes where {$expected} belong. Remove the dataset "{$name}" and import it again.',
  wrongPaths:
    '{$path} is damaged: {$found} paths where {$expected} belong. Remove the dataset "{$name}" and import it again.',
  shorter: 'A file of the dataset became shorter while it was read. Import the dataset again.',
  leftInPlace:
    '{$message} The dataset "{$name}" left its pictures where they are: put the file back, or update the dataset from its source.',
  replaced:
    '{$path} is not the picture that was imported: it has changed since. Put it back, or update the dataset "{$name}" from its source.',
} as const;
