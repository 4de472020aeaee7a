import { access } from 'node:fs/promises';
import { UserError } from '../../shared/errors';
import { message, type Message } from '../../shared/words/message';

const explanations: Readonly<Record<string, (path: string) => Message>> = {
  ENOENT: (path) => message('files.notThere', { path }),
  // No path has a zero in it.
  ERR_INVALID_ARG_VALUE: (path) => message('files.notThere', { path: path.split('\0').join('\ufffd') }),
  EACCES: (path) => message('files.noPermission', { path }),
  EPERM: (path) => message('files.noPermission', { path }),
  ENOTDIR: (path) => message('files.notAFolder', { path }),
  EISDIR: (path) => message('files.isAFolder', { path }),
  ENOSPC: (path) => message('files.diskFull', { path }),
  EDQUOT: (path) => message('files.quotaUsedUp', { path }),
  EROFS: (path) => message('files.readOnly', { path }),
  EIO: (path) => message('files.diskFailed', { path }),
  ENAMETOOLONG: (path) => message('files.nameTooLong', { path }),
  ELOOP: (path) => message('files.linksInCircle', { path }),
};

/** The system's error code, such as ENOENT; undefined for any other thrown value. */
export function errorCode(thrown: unknown): string | undefined {
  return thrown instanceof Error && 'code' in thrown && typeof thrown.code === 'string' ? thrown.code : undefined;
}

/** A file system's error in the user's words; whatever else was thrown is given back as it is. */
export function explainFileError(thrown: unknown, path: string): unknown {
  const explain = explanations[errorCode(thrown) ?? ''];
  return explain ? new UserError(explain(path), { cause: thrown }) : thrown;
}

/** Runs work on a path. @throws UserError where the file system refuses. */
export async function withPath<Value>(path: string, work: () => Promise<Value>): Promise<Value> {
  try {
    return await work();
  } catch (thrown) {
    throw explainFileError(thrown, path);
  }
}

/** Whether there is a file or folder; one that may not be looked at counts as none. */
export function exists(path: string): Promise<boolean> {
  return access(path).then(
    () => true,
    () => false,
  );
}
