/** Indented, but with lists of numbers on one line each: the mean of a dataset may have thousands. */
export function jsonText(value: unknown): string {
  const text = JSON.stringify(value, null, 2);
  return `${text.replace(/\[\n[\s\d.,eE+-]+\]/g, (list) => list.replace(/\s+/g, ' '))}\n`;
}
