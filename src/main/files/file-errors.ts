import { access } from 'node:fs/promises';
import { UserError } from '../../shared/errors';

const explanations: Record<string, (path: string) => string> = {
  ENOENT: (path) => `There is no file or folder ${path}. Check the path.`,
  EACCES: (path) =>
    `No permission to read or write ${path}. Change its permissions, or copy it to a place of your own.`,
  EPERM: (path) => `No permission to read or write ${path}. Change its permissions, or copy it to a place of your own.`,
  ENOTDIR: (path) => `${path} is not a folder.`,
  EISDIR: (path) => `${path} is a folder, not a file.`,
  ENOSPC: (path) => `The disk that holds ${path} is full. Make room, or choose another data folder.`,
  EDQUOT: (path) => `The disk quota for ${path} is used up. Make room, or choose another data folder.`,
  EROFS: (path) => `The disk that holds ${path} is read-only. Choose another data folder.`,
  EIO: (path) => `The disk failed while reading or writing ${path}. Copy it from its source again.`,
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
