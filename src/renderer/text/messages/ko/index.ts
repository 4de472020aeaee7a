import type { Messages } from '../en';
import { background } from './background';
import { queue } from './queue';
import { settings } from './settings';
import { shell } from './shell';

export const ko: Messages = { background, queue, settings, shell };
