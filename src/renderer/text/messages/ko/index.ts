import type { Messages } from '../en';
import { runList } from './run-list';
import { settings } from './settings';
import { shell } from './shell';

export const ko: Messages = { runList, settings, shell };
