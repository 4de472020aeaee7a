import type { Picture, Split } from '../../shared/contract/dataset';
import { formatCount } from './format';
import { words } from './words.svelte';

/** The last part of a path: "/a/b.png" -> "b.png" */
export function fileName(path: string): string {
  return path.split(/[\\/]/).filter(Boolean).at(-1) ?? path;
}

/** The file and the folder that it is in, which tell most: "/data/animals/cat/1.jpg" -> "cat/1.jpg" */
export function shortPath(path: string): string {
  return path.split(/[\\/]/).filter(Boolean).slice(-2).join('/');
}

/** What a picture of a dataset is called: by its file, else by its place in its split. */
export function pictureTitle({ file, index }: Picture, split: Split): string {
  if (file !== undefined) return fileName(file);
  return words.viewer.place[split]({ number: formatCount((index ?? 0) + 1) });
}
