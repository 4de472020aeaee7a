import { describe, expect, it } from 'vitest';
import { describeExit } from './child-exit';
import { inEnglish } from '../../shared/words/english';

describe('describeExit', () => {
  it.each([
    ['Node gives a signal', { code: null, signal: 'SIGKILL' }, /SIGKILL.*smaller batch/],
    ['a shell adds 128', { code: 137, signal: null }, /SIGKILL.*smaller batch/],
    ['Electron gives its number', { code: 9, signal: null }, /SIGKILL.*smaller batch/],
    ['the library crashed', { code: null, signal: 'SIGSEGV' }, /crashed \(SIGSEGV\).*doctor/],
    ['it gave up by itself', { code: 1, signal: null }, /exit code 1\).*doctor/],
    ['Windows ended it', { code: -1073741819, signal: null }, /access violation/],
    ['it never started', { code: null, signal: null }, /could not be started/],
  ])('says why a process ended where %s', (_, exit, expected) => {
    expect(inEnglish(describeExit(exit))).toMatch(expected);
  });
});
