import { z } from 'zod';
import { inEnglish } from '../words/english';
import { message } from '../words/message';

/** What a run may be called. */
export const runNameSchema = z.string().trim().min(1).max(200);

/** A word or a few; commas part tags from each other, and `#` stands before them where they are searched for. */
export const tagSchema = z
  .string()
  .trim()
  .regex(/^[^,#\s][^,\n]*$/, { error: () => inEnglish(message('runs.badTag')) })
  .max(40);

const mostTags = 20;

/** The tags in text, each once: parted by commas, with or without a # before them. */
export function tagsIn(text: string): string[] {
  const tags = text.split(',').map((tag) => tag.trim().replace(/^#+\s*/, ''));
  return [...new Set(tags.filter((tag) => tag !== ''))];
}

/** What somebody adds to a run to find it again. None of it decides the result. */
export const runLabelsSchema = z.object({
  /** Null: as config.json has it. */
  name: runNameSchema.nullable(),
  tags: z.array(tagSchema).max(mostTags),
  /** Plain text, of as many lines as it takes. */
  note: z.string().max(20_000),
  starred: z.boolean(),
  /** Kept, but out of the way. */
  archived: z.boolean(),
});
export type RunLabels = z.infer<typeof runLabelsSchema>;

export const noLabels: RunLabels = { name: null, tags: [], note: '', starred: false, archived: false };

/** What is to become different; the rest stays. */
export const labelChangeSchema = runLabelsSchema.omit({ name: true }).partial();
export type LabelChange = z.infer<typeof labelChangeSchema>;
