import { describe, expect, it } from 'vitest';
import { UserError } from '../../shared/errors';
import { explainFailure } from './explain-failure';

const training = { batch: 128, variant: 'resnet20' };
const explained = (error: unknown) => explainFailure(error, training, '/data');
const systemError = (code: string) => Object.assign(new Error(`${code}: refused`), { code });

describe('explainFailure', () => {
  it.each(['ENOSPC', 'EDQUOT'])('tells where the disk is full (%s)', (code) => {
    expect(explained(systemError(code))).toMatch(/^The disk of \/data is full.*Make room, then resume the run\.$/);
  });

  it.each(['EROFS', 'EACCES', 'EPERM'])('tells where the data folder cannot be written to (%s)', (code) => {
    expect(explained(systemError(code))).toMatch(`/data cannot be written to any more (${code}). Make it writable`);
  });

  it('tells of a disk that fails', () => {
    expect(explained(systemError('EIO'))).toMatch('Check the disk, then resume the run.');
  });

  it.each([
    'Resource exhausted: OOM when allocating tensor with shape[128,64,32,32]',
    'RESOURCE_EXHAUSTED: failed to allocate 2.00GiB',
  ])('proposes half of the batch where memory runs out: %s', (message) => {
    expect(explained(new Error(message))).toBe(
      'There is not enough memory to train resnet20 with a batch of 128. Try a batch of 64.',
    );
  });

  it('leaves what was said to the user, and what nobody knows', () => {
    expect(explained(new UserError('Out of memory lane.'))).toBe('Out of memory lane.');
    expect(explained(new Error('a surprise'))).toBe('a surprise');
  });
});
