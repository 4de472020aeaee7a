import { z } from 'zod';

/** Ids are names of folders, which systems take up to 255 bytes of, with something before or behind them. */
export const longestId = 240;

/** What names a run or a dataset in a request. Whether there is one of that id, who answers says. */
export const idSchema = z.string().max(longestId);
