/** Whether a file's name says that it is a table of text. */
export function isTableName(name: string): boolean {
  return /\.(csv|tsv|tab)$/i.test(name);
}

/** Whether a file may be a table all the same. */
export function isTextName(name: string): boolean {
  return /\.txt$/i.test(name);
}

/** Whether a file is a table of a program for calculations, of which no pictures can be read. */
export function isWorkbookName(name: string): boolean {
  return /\.(xlsx?|xlsm|xlsb|ods|numbers)$/i.test(name);
}
