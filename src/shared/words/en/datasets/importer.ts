/** How the process that reads files from elsewhere ended. */
export const importer = {
  killed:
    'The process that reads files was ended because it took too much memory (SIGKILL), while it read {$files}. Nothing was kept. Import a part of it, or close other programs.',
  crashed:
    'The process that reads files crashed ({$signal}) while it read {$files}. Nothing was kept. Save that file anew, or import the others without it.',
  ended:
    'The process that reads files ended (exit code {$code}) while it read {$files}. Nothing was kept. Try it again.',
  notStarted: 'The process that reads files could not be started for {$files}. `doctor` checks the installation.',
} as const;
