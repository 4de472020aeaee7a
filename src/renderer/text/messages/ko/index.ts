import type { Messages } from '../en';
import { augmentation } from './augmentation';
import { help } from './help';
import { settings } from './settings';
import { shell } from './shell';

export const ko: Messages = { augmentation, help, settings, shell };
