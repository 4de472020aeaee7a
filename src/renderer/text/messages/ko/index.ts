import type { Messages } from '../en';
import { settings } from './settings';
import { shell } from './shell';

export const ko: Messages = { settings, shell };
