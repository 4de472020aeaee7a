export const processes = {
  killed:
    'The process was killed from outside (SIGKILL), by the system when memory runs out. Try a smaller batch, or close other programs.',
  crashed:
    'The process crashed ({$signal}). Try a smaller batch; if it happens again, `doctor` checks the installation.',
  ended: 'The process ended unexpectedly ({$how}). `doctor` checks the installation.',
  accessViolation: 'access violation',
  outOfMemory: 'out of memory',
  stackOverflow: 'stack overflow',
  aborted: 'aborted',
  notStarted: 'it could not be started',
  exitCode: 'exit code {$code}',
} as const;
