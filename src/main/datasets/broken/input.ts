/** Something that cannot be imported, and the message that says why. */
export interface BrokenInput {
  /** In words, after the kind of source: "IDX: a truncated file". */
  readonly name: string;
  /** By their paths below the folder that is dropped. */
  readonly files: Readonly<Record<string, Buffer | string>>;
  /** Path below the folder of what is dropped instead of it. */
  readonly dropped?: string;
  /** A part of the message. */
  readonly message: string;
  /** Path below the folder that the message has to name; the folder itself where it is left out. */
  readonly named?: string;
}

/** One of a kind of source, and what makes it broken. */
export function broken(kind: string, name: string, rest: Omit<BrokenInput, 'name'>): BrokenInput {
  return { name: `${kind}: ${name}`, ...rest };
}
