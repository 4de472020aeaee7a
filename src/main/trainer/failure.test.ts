import { describe, expect, it } from 'vitest';
import { UserError } from '../../shared/errors';
import { explainFileError } from '../files/file-errors';
import { explainFailure } from './failure';
import { sampleConfig } from '../runs/testing';
import { inEnglish } from '../../shared/words/english';
import { sentence } from '../../shared/words/message';

const folder = '/data/runs/sample';
const thrown = (code: string, path = `${folder}/state.json`) =>
  Object.assign(new Error(`${code}: refused`), { code, path });
const explain = (error: unknown) => inEnglish(explainFailure(error, sampleConfig, folder));

describe('the reason of a run that failed', () => {
  it.each([
    ['ENOSPC', 'is full', 'Make room'],
    ['EDQUOT', 'quota', 'Make room'],
    ['EROFS', 'read-only', 'writable again'],
    ['EACCES', 'no longer permitted', 'permission again'],
    ['EPERM', 'no longer permitted', 'permission again'],
    ['EIO', 'failed', 'Check the disk'],
    ['ENOENT', 'moved or deleted', 'Put it back'],
  ])('names the folder and the way out: %s', (code, what, wayOut) => {
    for (const error of [thrown(code), explainFileError(thrown(code), folder)].slice(0, code === 'ENOENT' ? 1 : 2)) {
      expect(explain(error)).toContain(folder);
      expect(explain(error)).toContain(what);
      expect(explain(error)).toContain(wayOut);
      expect(explain(error)).toContain('resume the run');
    }
  });

  it('leaves an error about another place as it is', () => {
    const error = thrown('EACCES', '/pictures/cat.png');
    expect(explain(explainFileError(error, '/pictures/cat.png'))).toContain('/pictures/cat.png');
    expect(explain(new UserError(sentence('The loss is no longer a number.')))).toBe('The loss is no longer a number.');
  });

  it.each([
    'OOM when allocating tensor with shape[128,64,56,56] and type float on CPU:0 by allocator cpu',
    'Invalid TF_Status: 8\nMessage: RESOURCE_EXHAUSTED: failed to allocate memory',
    'std::bad_alloc',
    'Operation received an exception:Status: 1, message: could not create a primitive, in file mkl_conv_ops.cc:1112',
  ])('names half of the batch where memory runs out: %s', (message) => {
    expect(explain(new Error(message))).toBe(
      'There is not enough memory to train resnet8 with a batch of 10. Try a batch of 5.',
    );
  });
});
