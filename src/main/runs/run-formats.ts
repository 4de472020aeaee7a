import { z } from 'zod';
import { runConfigSchema } from '../../shared/contract/run';
import { runLabelsSchema } from '../../shared/contract/labels';
import { noNumbers } from './run-numbers';
import { stateFileSchema } from './state-file';
import type { FileFormat } from '../files/versioned-file';

/** Drafts said neither their version nor that of the studio, and were known by the folder that they lay in. */
export const configFormat: FileFormat<typeof runConfigSchema> = {
  schema: runConfigSchema,
  migrations: [(content, run) => ({ run, name: run, studioVersion: 'unknown', ...content, version: 1 })],
};

/** Drafts had no version, and left out what a run had not reached yet. */
export const stateFormat: FileFormat<typeof stateFileSchema> = {
  schema: stateFileSchema,
  migrations: [(content) => ({ ...noNumbers, reason: null, pid: null, updatedAt: '', ...content, version: 1 })],
};

/** labels.json of a run. */
export const labelsFileSchema = z.object({ version: z.literal(1), ...runLabelsSchema.shape });

/** There was never a labels.json without a version. */
export const labelsFormat: FileFormat<typeof labelsFileSchema> = {
  schema: labelsFileSchema,
  migrations: [(content) => content],
};
