import { z } from 'zod';
import type { Row } from '../rpc/service';
import { classificationSchema, predictionSchema } from './classification';
import { pictureSchema } from './dataset';
import { givenPathSchema } from './given-path';
import { inspectedPictureSchema, layerInspectionSchema } from './inspection';

/** A question about trained weights. `of` a run they are its best ones or its last ones, where there are both. */
interface Question extends Row {
  readonly of: 'best' | 'last';
}

/**
 * What can be asked about trained weights. The window names a run, the studio finds its weights, and the inspector
 * answers: a new question is a row here, and a function in the inspector's room that answers it.
 */
export const questions = {
  'classify.pictures': {
    of: 'best',
    input: z.object({ paths: z.array(givenPathSchema).min(1), top: z.int().min(1).max(1000) }),
    output: z.array(classificationSchema),
  },
  /** The classes of a picture that is at hand, such as a dataset's, the most probable first. */
  'classify.shown': {
    of: 'best',
    input: z.object({ picture: pictureSchema, top: z.int().min(1).max(1000) }),
    output: z.array(predictionSchema),
  },
  /** What a layer makes of a picture; a run that trains goes on. */
  'layers.inspect': {
    of: 'last',
    input: z.object({ layer: z.string(), picture: inspectedPictureSchema }),
    output: layerInspectionSchema,
  },
} as const satisfies Readonly<Record<string, Question>>;
export type Questions = typeof questions;

type About<Rows extends Readonly<Record<string, Row>>, Subject extends z.ZodType> = {
  readonly [Name in keyof Rows]: Omit<Rows[Name], 'input'> & {
    readonly input: z.ZodIntersection<Subject, Rows[Name]['input']>;
  };
};

/** The questions with what they are about: a run in the window, its weights in the inspector. */
export function questionsAbout<Subject extends z.ZodType>(subject: Subject): About<Questions, Subject> {
  const rows = Object.entries(questions).map(([name, row]) => {
    return [name, { ...row, input: z.intersection(subject, row.input) }];
  });
  return Object.fromEntries(rows) as About<Questions, Subject>;
}
