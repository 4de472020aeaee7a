/** The text for a name that another process gives; a name that the window does not know stays as it is. */
export function lookUp(texts: Readonly<Record<string, string>>, name: string): string {
  return Object.hasOwn(texts, name) ? (texts[name] ?? name) : name;
}
