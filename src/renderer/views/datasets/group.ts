import type { Picture } from '../../../shared/contract/dataset';

/** The pictures of each label, in their order. */
export function byLabel(pictures: readonly Picture[]): ReadonlyMap<string, readonly Picture[]> {
  const groups = new Map<string, Picture[]>();
  for (const picture of pictures) {
    const group = groups.get(picture.label);
    if (group) group.push(picture);
    else groups.set(picture.label, [picture]);
  }
  return groups;
}
