import type { en } from '../en';
import { translationOf } from '../translation';
import { runs } from './runs';

export const ko = translationOf<typeof en>()({ runs });
