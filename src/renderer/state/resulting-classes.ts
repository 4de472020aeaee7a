import { composed } from '../../shared/composed';

/** A class of the source, and what becomes of it. */
export interface ClassDraft {
  /** Its name in the source. */
  readonly source: string;
  readonly train: number;
  readonly validation: number;
  readonly test: number;
  readonly name: string;
  readonly isLeftOut: boolean;
}

/** The classes that would come of it, with how many of the source's became each. */
export function resultingClasses(classes: readonly ClassDraft[]): ReadonlyMap<string, number> {
  const counts = new Map<string, number>();
  for (const { name, isLeftOut } of classes) {
    const plain = composed(name.trim());
    if (!isLeftOut) counts.set(plain, (counts.get(plain) ?? 0) + 1);
  }
  return counts;
}
