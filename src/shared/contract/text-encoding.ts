import { z } from 'zod';

/**
 * Encodings of text that names and tables are read in, by the names that people know them by. Beyond Unicode these are
 * the code pages of Korean, Japanese, Chinese (simplified, traditional), Western, Central European and Cyrillic systems.
 */
export const textEncodings = [
  'utf-8',
  'utf-16le',
  'utf-16be',
  'cp949',
  'cp932',
  'euc-jp',
  'gb18030',
  'big5',
  'windows-1252',
  'cp437',
  'cp850',
  'windows-1250',
  'cp852',
  'windows-1251',
  'cp866',
  'koi8-r',
] as const;
export const textEncodingSchema = z.enum(textEncodings);
export type TextEncoding = z.infer<typeof textEncodingSchema>;

/** How text that is not UTF-8 was read. */
export const readingSchema = z.object({
  /** The folder, archive or table whose text it is. */
  place: z.string(),
  encoding: textEncodingSchema,
  /** Whether nothing says so but the text itself, so that somebody should look at it. */
  guessed: z.boolean(),
  /** Some of it, decoded. */
  sample: z.string(),
});
export type Reading = z.infer<typeof readingSchema>;
