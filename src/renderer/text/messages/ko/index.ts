import type { Messages } from '../en';
import { help } from './help';
import { settings } from './settings';
import { shell } from './shell';

export const ko: Messages = { help, settings, shell };
