import { z } from 'zod';

/** Ids of the runs that wait for their turn, the next one first. */
export const queueSchema = z.array(z.string()).readonly();

export const queueMoveSchema = z.enum(['up', 'down', 'first', 'last']);
export type QueueMove = z.infer<typeof queueMoveSchema>;
