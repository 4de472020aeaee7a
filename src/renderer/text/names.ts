/** The last part of a path: "/a/b.png" -> "b.png" */
export function fileName(path: string): string {
  return path.split(/[\\/]/).filter(Boolean).at(-1) ?? path;
}
