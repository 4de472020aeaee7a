import type { en } from '../en';
import { translationOf } from '../translation';
import { importer } from './importer';
import { runs } from './runs';
import { window } from './window';

export const ko = translationOf<typeof en>()({ importer, runs, window });
