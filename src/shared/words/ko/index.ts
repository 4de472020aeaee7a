import type { en } from '../en';
import { translationOf } from '../translation';
import { desktop } from './desktop';
import { importer } from './importer';
import { report } from './report';
import { runs } from './runs';
import { window } from './window';

export const ko = translationOf<typeof en>()({ desktop, importer, report, runs, window });
