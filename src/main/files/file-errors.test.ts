import { describe, expect, it } from 'vitest';
import { UserError } from '../../shared/errors';
import { explainFileError, withPath } from './file-errors';

function systemError(code: string): Error {
  return Object.assign(new Error(`${code}: system`), { code });
}

describe('explainFileError', () => {
  it.each([
    ['ENOENT', 'There is no file or folder /a/b'],
    ['EACCES', 'No permission to read or write /a/b'],
    ['ENOSPC', 'The disk that holds /a/b is full. Make room'],
    ['EROFS', 'The disk that holds /a/b is read-only'],
    ['EISDIR', '/a/b is a folder, not a file'],
  ])('puts %s in the words of the user', (code, message) => {
    const explained = explainFileError(systemError(code), '/a/b');
    expect(explained).toBeInstanceOf(UserError);
    expect(String(explained)).toContain(message);
  });

  it('leaves other errors as they are', async () => {
    const other = systemError('ERR_INTERNAL');
    expect(explainFileError(other, '/a/b')).toBe(other);
    await expect(withPath('/a/b', () => Promise.reject(other))).rejects.toBe(other);
  });
});
