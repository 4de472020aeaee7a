const leftBySystems = new Set(['__macosx', 'thumbs.db', 'desktop.ini', '@eadir', '$recycle.bin']);

/** Whether a file or folder is hidden or was left by a system, and no part of any dataset. */
export function isIgnored(name: string): boolean {
  return (name.startsWith('.') && name !== '.' && name !== '..') || leftBySystems.has(name.toLowerCase());
}

/** The same for a path with slashes: one such name in it is enough. */
export function isIgnoredPath(path: string): boolean {
  return path.split('/').some(isIgnored);
}
