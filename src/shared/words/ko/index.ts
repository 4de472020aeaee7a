import type { en } from '../en';
import { translationOf } from '../translation';
import { runs } from './runs';
import { window } from './window';

export const ko = translationOf<typeof en>()({ runs, window });
