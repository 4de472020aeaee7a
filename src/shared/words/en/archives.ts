export const archives = {
  fileTooLarge: '{$path} holds no run: its {$name} is far too large.',
  fileMissing: '{$path} holds no run: its {$name} is missing.',
  tooManyFiles: '{$path} holds no run: it has {$count} files, and a run has some tens.',
  notUnpacked: '{$path} could not be unpacked: {$message}',
  notZip: '{$path} is not a zip file, or is damaged: {$message}',
  outside: '{$path} was not written by this program: "{$name}" would lie outside the run\'s folder.',
  twice: '{$path} was not written by this program: it has a file twice.',
  noConfig: '{$path} holds no run: there is no config.json in it.',
  noRun: '{$path} holds no run: {$message}',
  damagedAt: '{$path} is damaged at "{$name}": {$message}. Export the run again.',
  expandsTooFar:
    '{$path} would expand to {$bytes :bytes}, as no run of its size does. Nothing of it was kept. Export the run once more.',
  noRoom:
    'The files in {$path} take {$needed :bytes}, but the disk of {$folder} has {$free :bytes} free. Make room, or choose another data folder.',
} as const;
