import type { Messages } from '../en';
import { compare } from './compare';
import { settings } from './settings';
import { shell } from './shell';

export const ko: Messages = { compare, settings, shell };
