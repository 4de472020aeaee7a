import { z } from 'zod';
import { messageSchema } from '../words/message';
import { pictureSchema } from './dataset';

export const predictionSchema = z.object({ class: z.string(), probability: z.number() });
export type Prediction = z.infer<typeof predictionSchema>;

/** One picture: its classes with the most probable first, or why it could not be read. */
export const classificationSchema = z.union([
  z.object({
    path: z.string(),
    predictions: z.array(predictionSchema),
    /** In the order of the classes. */
    logits: z.array(z.number()),
    /** What the network saw: decoded and resized. */
    picture: pictureSchema,
  }),
  z.object({
    path: z.string(),
    /** In English. */
    error: z.string(),
    /** The same for every language, where it is no sentence of the system. */
    words: messageSchema.optional(),
  }),
]);
export type Classification = z.infer<typeof classificationSchema>;
