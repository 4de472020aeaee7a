export const application = {
  folderNotAbsolute: '{$folder} is not a full path. Choose a folder with its full path.',
  folderUnusable: '{$folder} cannot be used as the data folder: {$reason}. Choose another folder.',
  folderOpenElsewhere:
    'The data folder {$folder} is open in a studio on {$host}. Close that one, or choose another folder with RESIDUAL_STUDIO_HOME.',
  formerInUse: 'Another studio works on {$folder}. End it, and start this one again.',
  formerTrains:
    '{$run} is training or waits in {$folder}. Stop it, or wait until it has ended, and start the studio again.',
  folderHeld:
    'The data folder {$folder} is open in another studio, process {$pid}, which does not answer. End that process, and start the studio again.',
  badRequest: 'This cannot be done as it was asked for ({$reasons}).',
  notGiven:
    'The window asked for a file or folder that nobody has given to it since the studio was opened. Choose it once more, or drop it on the window.',
  tooMany: 'Too much was asked for at once. Wait until that has been answered, and try again.',
  tooLarge: 'What was asked for is too large. Choose fewer files, or a folder instead of the files in it.',
  theRequest: 'the request',
  fault: 'Something went wrong inside the studio. Its log has the details (Help, Show Log).',
  closing: 'The studio is closing.',
} as const;
