/** About the width of a letter of a class's name in pixels; those of Chinese, Japanese and Korean are twice as wide. */
const letter = 7.3;
/** Pixels from which on a name goes on in a second line. */
const widest = 300;

/** Room in pixels that the names of classes take in one line, as far as they may. */
export function nameWidth(names: readonly string[]): number {
  const letters = (name: string) => [...name].reduce((sum, each) => sum + (each >= '\u1100' ? 2 : 1), 0);
  const longest = names.reduce((most, name) => Math.max(most, letters(name)), 0);
  return Math.min(widest, Math.ceil(longest * letter));
}
