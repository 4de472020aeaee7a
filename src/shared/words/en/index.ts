import { desktop } from './desktop';
import { importer } from './importer';
import { report } from './report';
import { runs } from './runs';
import { window } from './window';

/** Every text in English. Its keys, and the values in it, are what the other languages are held to. */
export const en = { desktop, importer, report, runs, window } as const;
