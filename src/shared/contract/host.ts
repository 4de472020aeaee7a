import { z } from 'zod';
import type { Service } from '../rpc/service';
import { settingsSchema } from './settings';

const nothing = z.undefined();
const run = z.object({ run: z.string() });
/** A path; null where somebody thought better of it. */
const savedAs = z.string().nullable();

/**
 * What the program does for the window in which the studio is shown: the desktop app by dialogs of the system, another
 * host in its own way.
 */
export const host = {
  requests: {
    /** Asks for files or folders, which are given to the window then; null where none were chosen. */
    'host.choose': {
      input: z.enum(['dataset', 'datasetFiles', 'pictures', 'runs', 'weights']),
      output: z.array(z.string()).nullable(),
    },
    /** Asks for the data folder from the next start on; null where none was chosen. */
    'host.chooseDataFolder': { input: nothing, output: settingsSchema.nullable() },
    /** From the next start on the data lie where the platform usually has them. */
    'host.useUsualDataFolder': { input: nothing, output: settingsSchema },
    /** What lies where the data folder was before it was changed; null where nothing is to be told. */
    'host.formerData': {
      input: nothing,
      output: z.object({ folder: z.string(), runs: z.int(), datasets: z.int() }).nullable(),
    },
    /** Moves it into the data folder that is in use; how many runs and datasets were moved. */
    'host.moveFormerData': { input: nothing, output: z.int() },
    /** It stays there, and is not told of again. */
    'host.leaveFormerData': { input: nothing, output: nothing },
    /** Asks where, and writes the run as one zip. */
    'host.saveRun': { input: run, output: savedAs },
    /** Asks for a folder, and writes a zip of each run there, under its name; the folder, or null where none was chosen. */
    'host.saveRuns': { input: z.object({ runs: z.array(z.string()).min(1).max(1000) }), output: savedAs },
    /** Asks where, and writes a report of the run as one HTML page. */
    'host.saveReport': { input: run, output: savedAs },
  },
  events: {
    /** Help was chosen in the menu. */
    'help.show': z.object({ topic: z.enum(['shortcuts', 'tour']) }),
    /** A view was chosen in the menu, or a run in a notification of the system. */
    'view.show': z.object({ view: z.string(), run: z.string().optional() }),
  },
} as const satisfies Service;
export type HostService = typeof host;
