/** The last part of a path: "/a/b.png" -> "b.png" */
export function fileName(path: string): string {
  return path.split(/[\\/]/).filter(Boolean).at(-1) ?? path;
}

/** The file and the folder that it is in, which tell most: "/data/animals/cat/1.jpg" -> "cat/1.jpg" */
export function shortPath(path: string): string {
  return path.split(/[\\/]/).filter(Boolean).slice(-2).join('/');
}
