import { describe, expect, it } from 'vitest';
import { explainError, explainFailure } from './errors.mjs';

const explain = (output) => explainFailure('npm ci failed', output, 'Run it again.').message;

describe('what a failed tool means', () => {
  it.each([
    ['npm error code EAI_AGAIN\nnpm error request failed', 'cannot be reached'],
    ['WARNING: Retrying after connection broken by NewConnectionError', 'cannot be reached'],
    ['OSError: [Errno 28] No space left on device', 'disk is full'],
    ['npm error code EINTEGRITY', 'does not match its hash'],
    ['ERROR: THESE PACKAGES DO NOT MATCH THE HASHES FROM THE REQUIREMENTS FILE.', 'does not match its hash'],
  ])('%j', (output, meaning) => {
    expect(explain(output)).toContain(meaning);
    expect(explain(output)).not.toContain('\n');
  });

  it('names the tool’s own error where it is another one', () => {
    expect(explain('some talk\nnpm error Missing: left-pad from lock file.\nmore')).toBe(
      'npm ci failed (npm error Missing: left-pad from lock file). Run it again.',
    );
  });
});

describe('an error of the system', () => {
  it('is one line where the user can mend it', () => {
    const full = Object.assign(new Error('ENOSPC'), { code: 'ENOSPC', path: '/cache/file' });
    expect(explainError(full).message).toMatch(/^\/cache\/file could not be written: the disk is full\. [^\n]*$/);
    expect(explainError(new TypeError('a fault'))).toBeUndefined();
  });
});
