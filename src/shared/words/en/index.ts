import { runs } from './runs';

/** Every text in English. Its keys, and the values in it, are what the other languages are held to. */
export const en = { runs } as const;
